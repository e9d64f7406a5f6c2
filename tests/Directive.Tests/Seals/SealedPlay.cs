using Directives.Register;
using Directives.Seals;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Seals;

/// <summary>The small province with an auditor, played for two months.</summary>
internal static class SealedPlay
{
    public const string Auditor = "auditor";

    /// <summary>The register, with somebody who gets the checkpoints.</summary>
    public static RegisterContent Content()
    {
        var content = SmallProvince.Content();
        return content with
        {
            Officials = [.. content.Officials, SmallProvince.Person(Auditor)],
            Positions = [.. content.Positions, new Position(Duty.Auditor, "1", Auditor, SmallProvince.Start)],
        };
    }

    /// <summary>Plays what happens in the month of the script, and on until the cycle is closed.</summary>
    public static async Task<Playground> PlayAsync(ITables? tables = null)
    {
        var play = await Playground.BegunAsync(content: Content(), tables: tables);
        foreach (var step in MonthScript.Steps)
        {
            await play.Work.RunAsync(step.At);
            await step.Act(play.It);
        }

        // An hour and its grace later everything is sealed.
        play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(2));
        await play.Work.SettleAsync();
        return play;
    }

    /// <summary>All seals, in order.</summary>
    public static async Task<IReadOnlyList<Seal>> SealsAsync(SealBook book)
    {
        var seals = new List<Seal>();
        foreach (var month in await book.MonthsAsync(default)) seals.AddRange(await book.SealsAsync(month, default));
        return seals;
    }
}
