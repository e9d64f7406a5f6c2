using Directives.Register;

namespace Directives.Posts;

/// <summary>Why an absence was not entered or ended.</summary>
public enum AbsenceRefusal
{
    UnknownOfficial,
    UnknownSubstitute,

    /// <summary>Nobody stands in for themselves.</summary>
    SelfSubstitute,
    EndBeforeStart,

    /// <summary>It is over already.</summary>
    Over,

    /// <summary>It begins more than a year ahead, or lasts longer than a year.</summary>
    TooLong,

    /// <summary>They are away already in these days.</summary>
    Overlaps,

    /// <summary>There is no such absence.</summary>
    NothingThere,

    /// <summary>It would end before today, or before it began; then it is taken back as a whole.</summary>
    EndTooEarly,
    NoReason,
    ReasonTooLong,
}

/// <summary>Leave, illness and missions (R1): what entering and ending them makes of the register; pure. Days are local.</summary>
public static class AbsenceRules
{
    /// <summary>The register with an absence, or why it cannot be.</summary>
    public static (RegisterContent? After, AbsenceRefusal? Refusal) Enter(RegisterContent content, Absence absence, DateOnly today)
    {
        if (content.Officials.All(o => o.Id != absence.Official)) return (null, AbsenceRefusal.UnknownOfficial);
        if (absence.Substitute is { } by && content.Officials.All(o => o.Id != by)) return (null, AbsenceRefusal.UnknownSubstitute);
        if (absence.Substitute == absence.Official) return (null, AbsenceRefusal.SelfSubstitute);
        if (absence.To < absence.From) return (null, AbsenceRefusal.EndBeforeStart);
        if (absence.To < today) return (null, AbsenceRefusal.Over);
        if (absence.From > today.AddYears(1) || absence.To > absence.From.AddYears(1)) return (null, AbsenceRefusal.TooLong);
        if (content.Absences.Any(a => a.Official == absence.Official && (a.To is null || absence.From <= a.To) && (absence.To is null || a.From <= absence.To)))
            return (null, AbsenceRefusal.Overlaps);
        return (content with { Absences = [.. content.Absences, absence] }, null);
    }

    /// <summary>The register once somebody is back; one who had not left yet was never away.</summary>
    /// <param name="back">First local day on which they are there again.</param>
    public static (RegisterContent? After, AbsenceRefusal? Refusal) End(RegisterContent content, string official, DateOnly from, DateOnly back, DateOnly today)
    {
        if (content.Absences.FirstOrDefault(a => a.Official == official && a.From == from) is not { } absence || absence.To < today) return (null, AbsenceRefusal.NothingThere);
        if (back > absence.From && back < today) return (null, AbsenceRefusal.EndTooEarly);
        var rest = content.Absences.Where(a => a != absence);
        if (back > absence.From) rest = rest.Append(absence with { To = back.AddDays(-1) });
        return (content with { Absences = [.. rest] }, null);
    }
}
