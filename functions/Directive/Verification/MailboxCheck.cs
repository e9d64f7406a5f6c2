using Directives.Mail;

namespace Directives.Verification;

/// <summary>Checks a mailbox: every notice waits, is withdrawn, or is told by exactly the letter that names it.</summary>
internal static class MailboxCheck
{
    /// <summary>Returns how many notices and letters there are.</summary>
    public static (int Notices, int Letters) Run(Walked dossier, MailboxHead head, IReadOnlySet<(string Sheet, string Seat)> obligations)
    {
        var notices = dossier.All<HeldNotice>("n|").ToDictionary(n => n.Notice.Key(), StringComparer.Ordinal);
        var waiting = dossier.All<Waiting>(MailboxKeys.WaitingPrefix).Select(w => w.Notice).ToList();
        var letters = dossier.All<Letter>("l|").ToList();
        foreach (var twice in waiting.GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1)) dossier.Check(false, $"'{twice.Key}' waits twice");

        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var letter in letters)
        {
            foreach (var key in letter.Notices)
            {
                dossier.Check(told.TryAdd(key, letter.Number), $"'{key}' is told twice, by letters {told[key]} and {letter.Number}");
                dossier.Check(notices.ContainsKey(key), $"letter {letter.Number} tells '{key}', which is gone");
            }

            var ended = letter.State is LetterState.Sent or LetterState.Refused or LetterState.Withdrawn;
            dossier.Check(ended || head.UnderWay?.Number == letter.Number, $"letter {letter.Number} is neither sent, refused nor under way");
            dossier.Check(letter.State == LetterState.Refused == letter.Refusal is not null, $"letter {letter.Number} is {letter.State}, and {(letter.Refusal is null ? "no" : "a")} refusal stands on it");
        }

        var waits = waiting.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, held) in notices)
        {
            var ways = (waits.Contains(key) ? 1 : 0) + (held.Withdrawn is null ? 0 : 1) + (held.Letter is null ? 0 : 1);
            dossier.Check(ways == 1, $"'{key}' waits, is withdrawn or told: {ways} of these instead of one");
            dossier.Check(held.Letter is not { } number || told.GetValueOrDefault(key) == number, $"'{key}' names letter {held.Letter}, which does not tell it");
            if (held.Notice is { Sheet: { } sheet, Seat: { } seat })
                dossier.Check(obligations.Contains((sheet, seat)), $"'{key}' is about an obligation that is not there");
        }

        dossier.Check(waiting.All(notices.ContainsKey), "something waits that is not there");
        dossier.Check(head.Window is null == (waiting.Count == 0), "the head does not know whether something waits");
        dossier.Check(letters.Count == head.Letters, $"the head counts {head.Letters} letters, there are {letters.Count}");
        return (notices.Count, letters.Count);
    }
}
