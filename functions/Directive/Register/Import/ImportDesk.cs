using System.Security.Cryptography;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Tables;

namespace Directives.Register.Import;

/// <summary>Why a plan was not carried out; nothing of it was.</summary>
public enum ImportRefusal
{
    /// <summary>Rows are wrong or ambiguous.</summary>
    NotClean,

    /// <summary>What it was made for changed meanwhile.</summary>
    Changed,

    /// <summary>A cycle is being opened.</summary>
    CycleOpens,

    /// <summary>The calendar cannot be changed here.</summary>
    FixedCalendar,
}

/// <summary>
/// Plans imports of register and calendar, and carries them out (R1, R2): rows of a generation are staged, one head row flips to them. Killed in between,
/// nothing has changed, and the same import done again does it.
/// </summary>
public sealed class ImportDesk(RegisterStore registers, CycleStore cycles, IHolidayBook holidays, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    private static readonly RegisterContent Nothing = new([], [], [], [], [], []);

    private DateOnly Today => rules.DayAt(clock.GetUtcNow());

    /// <summary>What a file would change as things stand. Changes nothing.</summary>
    /// <param name="trusted">Whether it is asked on the machine itself.</param>
    public async Task<ImportPlan> PlanAsync(ImportFile file, bool trusted, CancellationToken cancel = default)
    {
        if (file.Kind == ImportKind.Holidays)
        {
            var years = await holidays.YearsAsync(cancel);
            return ImportPlanner.Of(file, Nothing, years, Today, trusted) with { Against = Digest(years) };
        }

        var stands = await registers.StandsAsync(cancel);
        return ImportPlanner.Of(file, stands?.Content ?? Nothing, [], Today, trusted) with { Against = stands?.Digest ?? "" };
    }

    /// <summary>Carries a plan out: all of it, or, with the reason, nothing.</summary>
    /// <param name="why">For the trail.</param>
    public async Task<ImportRefusal?> ApplyAsync(ImportPlan plan, Actor by, string why, CancellationToken cancel = default)
    {
        if (!plan.IsClean) return ImportRefusal.NotClean;
        if (!plan.Changes) return null;
        if (plan.Years is { } years)
        {
            if (!holidays.CanChange) return ImportRefusal.FixedCalendar;
            var before = await holidays.YearsAsync(cancel);
            return Digest(before) == plan.Against && await holidays.ReplaceAsync(before, years, by, why, cancel) ? null : ImportRefusal.Changed;
        }

        // Who owes is being written from the register: half of a cycle before a change and half after it would be nobody's truth.
        if ((await cycles.HeadAsync(cancel))?.Head.Active.Any(a => a.State == CycleState.Opening) == true) return ImportRefusal.CycleOpens;
        if (!await registers.ReplaceIfAsync(plan.Against, plan.After!, by, why, cancel)) return ImportRefusal.Changed;
        // Sheets look at their seats again, seats that were filled join the cycles that run.
        alarm.Changed(registers.Id);
        return null;
    }

    /// <summary>Header and rows of a file with what stands, to be changed and imported.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(ImportKind kind, CancellationToken cancel = default) =>
        [.. RegisterExport.Rows(kind, kind == ImportKind.Holidays ? Nothing : (await registers.StandsAsync(cancel))?.Content ?? Nothing,
            kind == ImportKind.Holidays ? await holidays.YearsAsync(cancel) : [], Today)];

    /// <summary>What the trail says of an import.</summary>
    /// <param name="file">Name of the file.</param>
    public static string Why(ImportPlan plan, string file) =>
        $"import of {ImportJson.Name(plan.Kind)} from {file}: {plan.New.Count} new, {plan.Changed.Count} changed, {plan.Gone.Count} not in the file";

    private static string Digest(IReadOnlyList<HolidayYear> years) => Convert.ToHexStringLower(SHA256.HashData(Stored.Bytes(years)));
}
