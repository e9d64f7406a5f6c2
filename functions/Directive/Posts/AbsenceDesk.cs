using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;

namespace Directives.Posts;

/// <summary>Enters and ends absences (R1); whoever stands in is told by <see cref="RegisterKeeper"/>.</summary>
public sealed class AbsenceDesk(RegisterStore registers, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Enters an absence. Null when done; the same again changes nothing.</summary>
    public Task<AbsenceRefusal?> EnterAsync(Absence absence, Actor by, string why, CancellationToken cancel = default) =>
        ActAsync(
            (content, today) => content.Absences.Contains(absence) ? (null, null) : AbsenceRules.Enter(content, absence, today),
            by, $"{absence.Official}: {absence.Kind} {absence.From:yyyy-MM-dd} {absence.To:yyyy-MM-dd} {absence.Substitute}. {why}".Trim(), cancel);

    /// <summary>Ends an absence, or takes one back that has not begun. Null when done.</summary>
    /// <param name="back">First local day on which they are there again.</param>
    public Task<AbsenceRefusal?> EndAsync(string official, DateOnly from, DateOnly back, Actor by, CancellationToken cancel = default) =>
        ActAsync((content, today) => AbsenceRules.End(content, official, from, back, today), by, $"{official}: back on {back:yyyy-MM-dd}", cancel);

    private async Task<AbsenceRefusal?> ActAsync(
        Func<RegisterContent, DateOnly, (RegisterContent? After, AbsenceRefusal? Refusal)> judge, Actor by, string why, CancellationToken cancel)
    {
        AbsenceRefusal? refusal = null;
        await registers.ChangeAsync(
            content =>
            {
                (var after, refusal) = judge(content, rules.DayAt(clock.GetUtcNow()));
                return after;
            },
            by, why, cancel);
        if (refusal is null) alarm.Changed(registers.Id);
        return refusal;
    }
}
