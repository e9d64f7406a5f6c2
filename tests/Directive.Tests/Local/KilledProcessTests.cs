using Directives.Language;
using Directives.Register;
using Directives.Tests.Tables;
using Directives.Tests.Web;
using Xunit.Abstractions;

namespace Directives.Tests.Local;

/// <summary>The real program on SQLite, killed fifty times at random moments of a quarter, on one folder.</summary>
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int KillsOfFirstStart = 6;
    private const int Clients = 4;
    private const int LongestDelay = 700;
    private const int ShortDelay = 60;
    private const int MostWeeks = 40;

    private static readonly string[] Moves = ["rung", "rung", "rung", "week", "day"];

    private readonly KilledSite _site = new();
    private int _starts;
    private int _killedStarts;

    [Fact]
    public async Task Fifty_kills_at_random_moments_lose_no_obligation_and_repeat_no_notice()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var folder = new TemporaryFolder();
        try
        {
            var data = folder.File("data");
            for (var kill = 0; kill < KillsOfFirstStart; kill++) await KillWhileStartingAsync(data, 200 * kill + random.Next(200));
            for (var kill = KillsOfFirstStart; kill < Kills; kill++)
            {
                if (random.Next(10) == 0) await KillWhileStartingAsync(data, random.Next(LongestDelay));
                else await KillAtWorkAsync(data, random);
            }

            await FinishAsync(data);
            var found = await KilledFolder.CheckAsync(data, _site.Receipts);
            output.WriteLine(
                $"{Kills} kills ({_killedStarts} before it listened), {_starts} starts, {_site.Receipts.Count} receipts, "
                + $"{_site.Unanswered} reports and {_site.Unfinished} moves of the clock cut short, {found}");
            Assert.NotEmpty(_site.Receipts);
        }
        finally
        {
            folder.Delete();
        }
    }

    private async Task KillWhileStartingAsync(string data, int delay)
    {
        await using var process = Start(data);
        // The moment of the kill is what is random here: nothing is waited for.
        await Task.Delay(delay);
        if (!process.Listens) _killedStarts++;
        Quiet(await process.KillAsync());
    }

    private async Task KillAtWorkAsync(string data, Random random)
    {
        await using var process = Start(data);
        var site = await process.ListensAsync();
        await _site.ReadOutboxAsync(site);
        var what = random.Next(10);
        List<Task> work = [];
        if (what < 7 || _site.ToFile == 0) work.Add(_site.MoveAsync(site, random.GetItems(Moves, 1)[0]));
        if (what > 3) work.AddRange(Enumerable.Range(0, Clients).Select(client => _site.FileAllAsync(site, client == 0)));

        // The moment of the kill is what is random here; half of the kills come soon, for most requests are short.
        await Task.Delay(random.Next(random.Next(2) == 0 ? ShortDelay : LongestDelay));
        Quiet(await process.KillAsync());
        await Task.WhenAll(work);
        Assert.Empty(_site.Surprises);
    }

    /// <summary>Lets the quarter end: four cycles close, three months and the quarter.</summary>
    private async Task FinishAsync(string data)
    {
        await using var process = Start(data);
        var site = await process.ListensAsync();
        using var office = new TestBrowser(site);
        await office.BecomeAsync(SampleProvince.Load().Positions.First(p => p.Duty == Duty.Office).Official);
        var closed = Texts.In("vi")["cycle.Closed"];
        for (var week = 0; await ClosedAsync(office, closed) < 4; week++)
        {
            Assert.True(week < MostWeeks, "The cycles do not close.");
            await _site.ReadOutboxAsync(site);
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => _site.FileAllAsync(site, client == 0)));
            Assert.True(await _site.MoveAsync(site, "week"), process.Said);
        }

        Assert.Empty(_site.Surprises);
        Assert.Equal(0, _site.ToFile);
        Quiet(await process.KillAsync());
    }

    private static async Task<int> ClosedAsync(TestBrowser office, string closed) =>
        (await office.GetAsync("/office")).Html.Split($"· {closed}<").Length - 1;

    private ServingProcess Start(string data)
    {
        _starts++;
        return ServingProcess.Start(data);
    }

    private static void Quiet(string said)
    {
        Assert.DoesNotContain("fail:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", said, StringComparison.Ordinal);
    }
}
