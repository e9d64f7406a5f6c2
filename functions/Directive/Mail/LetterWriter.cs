using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Language;
using Directives.Mail.Letters;
using Directives.Register;

namespace Directives.Mail;

/// <summary>Puts a letter into words (R13): what is owed, by when, one button, and why it came. Plain text and HTML say the same.</summary>
public sealed class LetterWriter(CycleStore cycles, RegisterStore registers, RuleBook rules, Func<string, Uri> address)
{
    private readonly LetterPress _press = new();
    private Desks? _desks;

    /// <summary>The letter in its reader's language.</summary>
    /// <exception cref="InvalidDataException">It tells of a cycle that there is not.</exception>
    public async Task<ComposedLetter> WriteAsync(LetterDraft draft, CancellationToken cancel = default)
    {
        var register = await registers.GetAsync(cancel);
        var known = new Dictionary<string, Cycle>(StringComparer.Ordinal);
        foreach (var notice in draft.Notices.Select(n => n.Notice).Where(n => n.Case is null && n.Kind is not (NoticeKind.Asked or NoticeKind.SignIn or NoticeKind.Checkpoint or NoticeKind.DeskChanged
            or NoticeKind.Vacancy or NoticeKind.StandIn)))
        {
            // How it ended is not frozen with it.
            if (notice.Kind == NoticeKind.Tally || !known.ContainsKey(notice.Cycle))
                known[notice.Cycle] = await CycleAsync(notice, cancel);
        }

        return Write(draft, register, known);
    }

    private async ValueTask<Cycle> CycleAsync(Notice notice, CancellationToken cancel) => notice.Kind == NoticeKind.Tally
        ? await cycles.FindAsync(notice.Cycle, cancel) ?? throw new InvalidDataException($"There is no cycle '{notice.Cycle}'.")
        : await cycles.FrozenAsync(notice.Cycle, cancel);

    private ComposedLetter Write(LetterDraft draft, RegisterSnapshot register, Dictionary<string, Cycle> known)
    {
        var texts = Texts.In(draft.Reader.Language);
        var toOffice = IsOffice(draft.Reader.Id, register);
        var parts = new LetterParts(texts, register, rules, toOffice, draft.At, address);
        var read = draft.Notices.Select(n => parts.Of(n, known.GetValueOrDefault(n.Notice.Cycle))).ToList();
        var title = Inert.Of(draft.Reader.Titles().In(texts));
        var sheet = new LetterSheet(
            texts[toOffice ? "letter.greeting.body" : "letter.greeting", title],
            [.. read.Where(p => p is not OverduePart).Concat(OverduePart.Grouped(read.OfType<OverduePart>()))
                .OrderBy(p => p.Order).ThenByDescending(p => (p as OverduePart)?.Days).ThenBy(p => p.Due).ThenBy(p => p.Why, StringComparer.Ordinal)]);
        var (html, plain) = _press.Write(sheet, texts);
        return new ComposedLetter(sheet.Subject(texts), plain, html, texts.Language);
    }

    // The office is addressed as a desk, and asked otherwise than a leader.
    private bool IsOffice(string reader, RegisterSnapshot register)
    {
        if (_desks is not { } desks || desks.Register != register)
        {
            var office = register.Content.Positions.Where(p => p.Duty == Duty.Office).Select(p => p.Official);
            _desks = desks = new Desks(register, office.ToHashSet(StringComparer.Ordinal));
        }

        return desks.Office.Contains(reader);
    }

    private sealed record Desks(RegisterSnapshot Register, HashSet<string> Office);
}
