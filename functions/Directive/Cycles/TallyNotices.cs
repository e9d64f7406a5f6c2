using Directives.Chasing;
using Directives.Register;

namespace Directives.Cycles;

/// <summary>The short digest that leaders and office get when a cycle closes (R13).</summary>
public static class TallyNotices
{
    private static readonly Duty[] Told = [Duty.Secretary, Duty.StandingDeputySecretary, Duty.Office];

    /// <summary>One notice per leader of each root of the places.</summary>
    public static IReadOnlyList<Notice> Of(Cycle cycle, RegisterSnapshot register, DateOnly day, DateTimeOffset now) =>
        [.. register.Roots
            .SelectMany(root => Told.Select(duty => register.DutyHolder(duty, root.Code, day)?.Id))
            .OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(reader => new Notice
            {
                Kind = NoticeKind.Tally,
                Reader = reader,
                Cycle = cycle.Id,
                Rung = "tally",
                Decided = now,
            })];
}
