using Directives.Language;
using Directives.Recommendations;

namespace Directives.Web.Cases;

/// <summary>Puts steps and parties into words, as far as a viewer may read them: the leader of the place reads what is fit for the place.</summary>
internal static class CaseWords
{
    /// <summary>What was done.</summary>
    public static string Step(Texts texts, CaseEvent step) => texts[$"trail.act.{CaseWriter.NameOf(step)}"];

    /// <summary>Who owes: a body by its name, others by what they are.</summary>
    public static string Party(Texts texts, PartyKind kind, Bilingual? body) => body?.In(texts) ?? texts[$"case.party.{kind}"];

    /// <summary>Why something was told.</summary>
    public static string Rung(Texts texts, string rung) =>
        rung.StartsWith("handed-", StringComparison.Ordinal) ? texts["case.rung.handed"] : rung == "begun" ? texts["case.rung.begun"] : texts.Rung(rung);

    /// <summary>Why a step counts no more.</summary>
    public static string Void(Texts texts, CaseEvent by, CaseView view) => by is Corrected { Reason: var reason }
        ? view.ReadsInternal ? texts["case.void.corrected", reason] : texts["case.void"]
        : texts["case.void.undone"];

    /// <summary>The words of a step that the viewer may read, each with its label.</summary>
    public static IEnumerable<(string Label, string Words)> Details(Texts texts, CaseEvent step, CaseView view)
    {
        foreach (var (label, words, isInternal) in All(texts, step, view))
        {
            if (!string.IsNullOrWhiteSpace(words) && (view.ReadsInternal || !isInternal)) yield return (texts[$"case.field.{label}"], words);
        }
    }

    private static IEnumerable<(string Label, string? Words, bool Internal)> All(Texts texts, CaseEvent step, CaseView view)
    {
        string Name(string body) => view.Body(body).In(texts);
        return step switch
        {
            Raised => [],
            UrgencyLowered e => [("reason", e.Reason, false)],
            Withdrawn e => [("reason", e.Reason, false)],
            SpotRefused e => [("because", e.Because, false)],
            SentToAgency e => [("field", e.Field, true), ("lead", Name(e.Assignment.Lead), false), ("what", e.Assignment.What, true), ("due", texts.Date(e.Assignment.Due), false)],
            Questioned e => [("question", e.Question, true)],
            Replied e => [("words", e.Words, true)],
            Unmerged e => [("reason", e.Reason, true)],
            Decided e =>
            [
                ("outcome", texts[$"case.outcome.{e.Outcome}"], false), ("internal", e.Internal, true), ("forPlace", e.ForPlace, false), ("reason", e.Reason, true),
                ("putOffTo", e.PutOffTo is { } day ? texts.Date(day) : null, false),
                .. e.Assignments.SelectMany(a => new (string, string?, bool)[]
                {
                    ("lead", $"{Name(a.Lead)}, {texts["case.due", a.Due]}", false),
                    ("cooperating", string.Join(", ", a.Cooperating.Select(Name)), false),
                    ("what", a.What, true),
                }),
            ],
            HandedOn e => [("to", Name(e.To), false), ("reason", e.Reason, true)],
            MoreTimeAsked e => [("until", texts.Date(e.Until), false), ("reason", e.Reason, true)],
            MoreTimeDecided e => [("until", e.Until is { } until ? texts.Date(until) : texts["case.not-granted"], false), ("reason", e.Reason, true)],
            Progressed e => [("progress", e.Words, true)],
            Finished e => [("result", e.Result, true)],
            PartConfirmed e => [("part", Name(e.Body), false)],
            Answered e => [("on", texts.Date(e.On), false), ("how", e.How, false), ("whom", e.ToWhom, false), ("told", e.Words, false)],
            Confirmed e =>
            [
                ("verdict", texts[$"case.verdict.{e.Verdict}"], false),
                // Who was not told writes to the office, not to those who did not tell.
                ("because", e.Verdict == PlaceVerdict.NotHeard && !view.ReadsWordsToOffice ? null : e.Because, false),
            ],
            Corrected e => [("step", $"{e.Step}. {Step(texts, view.Steps[e.Step - 1].Event)}", false), ("reason", e.Reason, true)],
            _ => [],
        };
    }
}
