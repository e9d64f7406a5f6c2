using Directives.Access;
using Directives.Register;
using Directives.Reports;
using Directives.Web;

namespace Directives.Posts;

/// <summary>Answers the pages of absences from the register. Whose may be seen and entered stands in the query.</summary>
public sealed class AbsencePages(Installation installation)
{
    private DateOnly Today => installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());

    /// <summary>The page for a person.</summary>
    /// <param name="may">The roles that count.</param>
    public async ValueTask<AbsenceView> ViewAsync(PersonSession person, Who may, CancellationToken cancel)
    {
        var (register, today) = (await installation.Registers.GetAsync(cancel), Today);
        var isOffice = IsOffice(may);
        var own = await OwnAsync(person, may, register, cancel);
        var rows = new List<AbsenceRow>();
        foreach (var absence in register.Content.Absences.Where(a => (a.To is null || a.To >= today) && (isOffice || own.Contains(a.Official)))
            .OrderBy(a => a.From).ThenBy(a => a.Official, StringComparer.Ordinal))
            rows.Add(await RowAsync(absence, register, today, cancel));
        return new AbsenceView
        {
            Rows = rows,
            For = isOffice ? [] : [.. own.Select(id => (id, register.Official(id)!.Titles()))],
            IsOffice = isOffice,
            Offered = TypedOfficial.Offered(register),
            Today = today,
        };
    }

    /// <summary>Does what was typed: what is wrong with it, or what would fall due with nobody to stand in; both null once it is done.</summary>
    /// <param name="confirmed">Whether the person has seen what falls due.</param>
    public async Task<(IReadOnlyList<FieldProblem>? Problems, IReadOnlyList<DueInAbsence>? Warned)> EnterAsync(
        AbsenceForm typed, bool confirmed, PersonSession person, Who may, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var register = await installation.Registers.GetAsync(cancel);
        var own = await OwnAsync(person, may, register, cancel);
        var official = TypedOfficial.Find(typed.Official, register);
        // To whom it is not theirs to say, there is no such official.
        if (official is null || (!IsOffice(may) && !own.Contains(official.Id))) problems.Add(new FieldProblem("official", "posts.problem.UnknownOfficial", typed.Official.Trim()));
        var kind = TypedName.Find<AbsenceKind>(typed.Kind);
        if (kind is null) problems.Add(new FieldProblem("kind", "absence.problem.kind"));
        var from = VisitRules.Date(typed.From);
        if (from is null) problems.Add(new FieldProblem("from", "posts.problem.date", typed.From.Trim()));
        var to = VisitRules.Date(typed.To);
        if (to is null && typed.To.Trim().Length > 0) problems.Add(new FieldProblem("to", "posts.problem.date", typed.To.Trim()));
        var substitute = typed.Substitute.Trim().Length == 0 ? null : TypedOfficial.Find(typed.Substitute, register);
        if (substitute is null && typed.Substitute.Trim().Length > 0) problems.Add(new FieldProblem("substitute", "posts.problem.UnknownOfficial", typed.Substitute.Trim()));
        if (problems.Count > 0) return (problems, null);

        var absence = new Absence(official!.Id, kind!.Value, from!.Value, to, substitute?.Id);
        if (AbsenceRules.Enter(register.Content, absence, Today).Refusal is { } early) return ([Problem(early)], null);
        if (!confirmed && await OpenAsync(absence, register.Content, cancel) is { Count: > 0 } open) return (null, open);
        return await installation.Absences.EnterAsync(absence, person.Actor, "", cancel) is { } refusal ? ([Problem(refusal)], null) : (null, null);
    }

    /// <summary>Somebody is back: what is wrong with that, or null once it is done.</summary>
    public async Task<FieldProblem?> EndAsync(string official, string from, string back, PersonSession person, Who may, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        if (!IsOffice(may) && !(await OwnAsync(person, may, register, cancel)).Contains(official)) return Problem(AbsenceRefusal.NothingThere);
        if (VisitRules.Date(from) is not { } began || VisitRules.Date(back) is not { } there) return new FieldProblem("back", "posts.problem.date", back.Trim());
        return await installation.Absences.EndAsync(official, began, there, person.Actor, cancel) is { } refusal ? Problem(refusal) : null;
    }

    private static bool IsOffice(Who may) => May.RowsOf(Deed.EnterAbsence, may).Contains(Rows.Every);

    private async ValueTask<IReadOnlyList<string>> OwnAsync(PersonSession person, Who may, RegisterSnapshot register, CancellationToken cancel)
    {
        var rows = May.RowsOf(Deed.EnterAbsence, may);
        var own = new Own(register, await installation.Assistants.GetAsync(cancel), person.Whom, Today);
        return
        [
            .. rows.Contains(Rows.Oneself) && register.Official(person.Whom) is not null ? new[] { person.Whom } : [],
            .. rows.Contains(Rows.OfThosePreparedFor) ? own.PreparedFor : [],
        ];
    }

    private async ValueTask<AbsenceRow> RowAsync(Absence absence, RegisterSnapshot register, DateOnly today, CancellationToken cancel)
    {
        var from = absence.From > today ? absence.From : today;
        var acting = ActingOn(register, absence.Official, from);
        var who = register.Official(absence.Official)!.Titles();
        return acting.Why == ActingWhy.Themselves
            ? new AbsenceRow(absence, who, null, false, await new AbsenceDues(installation).OfAsync(absence with { From = from }, cancel))
            : new AbsenceRow(absence, who, acting.Official.Titles(), acting.Why == ActingWhy.Office, []);
    }

    /// <summary>What would fall due with nobody to act.</summary>
    private async ValueTask<IReadOnlyList<DueInAbsence>> OpenAsync(Absence absence, RegisterContent content, CancellationToken cancel)
    {
        var with = RegisterSnapshot.Build(content with { Absences = [.. content.Absences, absence] });
        var today = Today;
        return ActingOn(with, absence.Official, absence.From > today ? absence.From : today).Why == ActingWhy.Themselves ? await new AbsenceDues(installation).OfAsync(absence, cancel) : [];
    }

    private static ActingFor ActingOn(RegisterSnapshot register, string official, DateOnly day) => register.Acting(
        official, register.PostsOf(official, day).Select(p => register.Seat(p.Seat)?.Place).FirstOrDefault() ?? register.Roots[0].Code, day);

    private static FieldProblem Problem(AbsenceRefusal refusal) => new(
        refusal switch
        {
            AbsenceRefusal.UnknownSubstitute or AbsenceRefusal.SelfSubstitute => "substitute",
            AbsenceRefusal.EndBeforeStart or AbsenceRefusal.Over or AbsenceRefusal.TooLong => "to",
            AbsenceRefusal.Overlaps => "from",
            _ => "official",
        },
        $"absence.problem.{refusal}");
}
