using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A letter before it is written: everything that its frame shows.</summary>
/// <param name="Greeting">The first line.</param>
/// <param name="Parts">In the order in which they stand; at least one.</param>
public sealed record LetterSheet(string Greeting, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>What, and by when.</summary>
    public string Subject(Texts texts)
    {
        if (Parts is [var only]) return only.Subject(texts);
        // The reader waits for it, whatever else came along.
        if (Parts.OfType<SignInPart>().FirstOrDefault() is { } signIn) return signIn.Subject(texts);
        var own = Parts.Where(p => p.Order is PartOrder.Owed or PartOrder.NewRound).ToList();
        var overdue = Parts.OfType<OverduePart>().ToList();
        return own.Count switch
        {
            // Those that wait longest stand first, and say what is asked.
            0 when overdue.Count == Parts.Count => overdue[0].Subject(texts, overdue.Sum(p => p.Lines.Count), overdue.Min(p => p.On)),
            0 => Parts[0].Subject(texts),
            1 => own[0].Subject(texts),
            _ when own.Exists(p => p is CasePart) => texts["letter.case.many", texts.Count("things", own.Count), own.Min(p => p.Due)],
            _ => texts[own.TrueForAll(p => p is PreparePart) ? "prepare.many.subject" : "letter.many.subject", texts.Count("reports", own.Count), own.Min(p => p.Due)],
        };
    }

    /// <summary>What a mail program shows beside the subject.</summary>
    public string Preview(Texts texts) => Parts is [var only] ? only.Preview(texts) : Summary(texts);

    /// <summary>What a letter of several parts holds, in one line.</summary>
    public string Summary(Texts texts) => texts["letter.summary", string.Join(", ", Parts
        .GroupBy(p => p.Counted.Key)
        .Select(g => texts[$"letter.summary.{g.Key}.{(g.Sum(p => p.Counted.Count) == 1 ? "one" : "other")}", g.Sum(p => p.Counted.Count)]))];

    /// <summary>Whether a personal link is among it.</summary>
    public bool HasPersonalLink => Parts.Any(p => p.Link is not null && p.Order is PartOrder.Owed or PartOrder.NewRound);
}
