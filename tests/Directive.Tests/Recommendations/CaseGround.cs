using Directives.Dossiers;
using Directives.Mail;
using Directives.Recommendations;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Recommendations;

/// <summary>The small province with agencies, a recorder and a leader of commune 111, and cases in it.</summary>
internal sealed class CaseGround : IDisposable
{
    private static readonly string[] Agencies = ["roads", "land"];
    private static readonly string[] People = ["head-roads", "head-land", "recorder", "leader-111"];
    private readonly Playground _ground;

    private CaseGround(Playground ground)
    {
        _ground = ground;
        var it = ground.It;
        (Store, Owed, Desk) = (it.Cases, it.Owed, it.CaseDesk);
    }

    public CaseStore Store { get; }

    public OwedIndex Owed { get; }

    public CaseDesk Desk { get; }

    public Playground Ground => _ground;

    public static async Task<CaseGround> BegunAsync()
    {
        var content = SmallProvince.Content();
        content = content with
        {
            Bodies = [.. Agencies.Select(b => new Body(b, b, b, "agency", "1", Leader: $"head-{b}"))],
            Officials = [.. content.Officials, .. People.Select(SmallProvince.Person)],
            Positions =
            [
                .. content.Positions, new Position(Duty.Recorder, "1", "recorder", SmallProvince.Start), new Position(Duty.LocalLeader, "111", "leader-111", SmallProvince.Start),
            ],
        };
        return new CaseGround(await Playground.BegunAsync(new DateTimeOffset(2023, 5, 8, 2, 0, 0, TimeSpan.Zero), content));
    }

    public void Dispose() => _ground.Dispose();

    public Task RaiseAsync(string id = "c1", bool urgent = false) => Desk.RaiseAsync(id, new Actor("m111"), new Raised
    {
        Kind = CaseKind.Difficulty,
        Text = "Cầu yếu.",
        Place = "111",
        Seat = SmallProvince.Monitor("111"),
        Urgent = urgent ? "Sắp sập." : null,
    });

    /// <summary>Takes a step that must be admitted.</summary>
    public async Task<CaseState> StepAsync(string by, CaseEvent step, string id = "c1")
    {
        var result = await Desk.StepAsync(id, new Actor(by), _ => step);
        Assert.Null(result.Refused);
        return result.State!;
    }

    /// <summary>Wakes the case whenever it wants to be woken, until a local hour of 2023.</summary>
    public async Task RunToAsync(int month, int day, string id = "c1")
    {
        var end = SmallProvince.Zone.At(new DateOnly(2023, month, day), new TimeOnly(12, 0));
        while (await WakeAsync(id) is { } next && next < end)
        {
            if (next > _ground.Clock.GetUtcNow()) _ground.Clock.MoveTo(next);
        }

        if (end > _ground.Clock.GetUtcNow()) _ground.Clock.MoveTo(end);
        await WakeAsync(id);
    }

    public Task<DateTimeOffset?> WakeAsync(string id = "c1", CancellationToken cancel = default) => _ground.It.Waker.WakeAsync(Store.Ref(id).Dossier, cancel: cancel);

    /// <summary>What a reader was told of a case, as "duty round rung".</summary>
    public async Task<string[]> ToldAsync(string reader)
    {
        var rows = await _ground.It.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier(SmallProvince.Authority, reader), "n|case|", default);
        return [.. rows.Select(r => r.Notice).OrderBy(n => n.Decided).Select(n => $"{n.CaseDuty} {n.Round} {n.Rung}")];
    }

    public async Task<CaseState> StateAsync(string id = "c1") => (await Store.FindAsync(id))!.State;
}
