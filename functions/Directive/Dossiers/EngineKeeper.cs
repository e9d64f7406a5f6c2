using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>Holds the tables for an engine while it serves, and tells it when another has them.</summary>
public sealed class EngineKeeper : IAsyncDisposable
{
    private readonly EngineLease _lease;
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;

    private EngineKeeper(EngineLease lease, TimeProvider clock)
    {
        (_lease, Lost) = (lease, _lost.Token);
        _renewing = RenewAsync(new PeriodicTimer(EngineRule.RenewEvery, clock));
    }

    /// <summary>Cancelled when another engine has the tables: whoever serves stops.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Who has them then.</summary>
    public EngineHold? LostTo { get; private set; }

    /// <summary>Takes the tables and goes on renewing.</summary>
    /// <param name="clock">The machine's own clock, never a sample's.</param>
    /// <exception cref="EngineHeldException">Another engine has them.</exception>
    public static async Task<EngineKeeper> StartAsync(ITables tables, TimeProvider clock, string engine, string owner, CancellationToken cancel)
    {
        var lease = new EngineLease(tables, clock);
        await lease.TakeAsync(engine, owner, cancel);
        return new EngineKeeper(lease, clock);
    }

    /// <summary>As <see cref="StartAsync"/>, by the machine's clock, for a program that cannot go on without them.</summary>
    /// <exception cref="CannotStartException">Another engine has them; the message says which.</exception>
    public static async Task<EngineKeeper> HoldAsync(ITables tables, string engine, string owner, CancellationToken cancel)
    {
        try
        {
            return await StartAsync(tables, TimeProvider.System, engine, owner, cancel);
        }
        catch (EngineHeldException e)
        {
            throw new CannotStartException(e.Message);
        }
    }

    /// <summary>Gives the tables up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _renewing;
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (TablesUnusableException)
        {
            // It runs out by itself.
        }

        _ending.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(_ending.Token))
                {
                    try
                    {
                        LostTo = await _lease.RenewAsync(_ending.Token);
                    }
                    catch (TablesUnusableException)
                    {
                        // Nobody can write now, this engine neither; the next try tells who has them.
                        continue;
                    }

                    if (LostTo is null) continue;
                    await _lost.CancelAsync();
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                // Given up.
            }
        }
    }
}
