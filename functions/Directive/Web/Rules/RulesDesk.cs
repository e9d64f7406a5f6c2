using System.Globalization;
using Directives.Access;
using Directives.Cycles;
using Directives.Editions;
using Directives.Language;
using Directives.Proposals;
using Directives.Register;
using Directives.Reports;

namespace Directives.Web.Rules;

/// <summary>Answers the pages on rules from editions, register and cycles (R2). It changes nothing.</summary>
public sealed class RulesDesk(Installation installation)
{
    private const int MostAreas = 200;

    private EditionLibrary Editions => installation.Parts.Rules.Editions;

    private DateOnly Today => installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());

    /// <summary>The form, filled with the newest edition of a directive and the next day on which all its periods begin.</summary>
    /// <param name="directive">Null or unknown for the first there is.</param>
    public async ValueTask<EditionFormView> FormAsync(string? directive, CancellationToken cancel)
    {
        var basis = BasisOf(directive);
        var register = await installation.Registers.GetAsync(cancel);
        var after = basis.InForceFrom > Today ? basis.InForceFrom : Today;
        return View(EditionForm.Of(basis, EditionStarts.NextForAll(basis, after.AddDays(1))), basis, register);
    }

    /// <summary>The form filled with a candidate, to change it further; null where the text is none.</summary>
    public async ValueTask<EditionFormView?> FormOfAsync(string text, string reason, CancellationToken cancel)
    {
        var (register, verdict) = await JudgeAsync(text, cancel);
        return verdict.Edition is { } edition ? View(EditionForm.Of(edition), BasisOf(edition.Directive), register) with { Reason = reason } : null;
    }

    /// <summary>The candidate that was typed into the form, in words; or the form again with what is wrong.</summary>
    public async ValueTask<(EditionPreview? Preview, EditionFormView? Refused)> ReadAsync(EditionForm form, string reason, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var basis = BasisOf(form.Directive);
        var reading = new EditionReading(form, basis);
        var view = View(form, basis, register) with { Reason = reason };
        if (reading.Edition() is not { } edition) return (null, view with { Problems = reading.Problems });
        if (form.From.Trim().Length == 0)
        {
            if (EditionStarts.Next(Editions, edition, register, Today.AddDays(1)) is not { } next) return (null, view with { Problems = [new("from", "admin.rules.problem.no-day")] });
            edition = edition with { InForceFrom = next };
        }

        string text;
        try
        {
            text = EditionFile.Write(edition with { Id = IdOf(edition) });
        }
        catch (RulesFileException e)
        {
            return (null, view with { Problems = [.. e.Problems.Select(p => new FieldProblem(Field(p.Path), "admin.problem.BadEdition"))], Wrong = e.Message });
        }

        var verdict = EditionVerdict.Of(text, register, Editions, Today);
        var problems = VerdictWords.Problems(verdict, register, Field);
        return problems.Count > 0
            ? (null, view with { Problems = problems, Wrong = verdict.Wrong })
            : (new EditionPreview(text, await ChangeAsync(verdict.Edition!, register, true, cancel)) { Reason = reason }, null);

        string Field(string path)
        {
            if (path is "$.inForceFrom" or "$") return "from";
            var index = path.StartsWith("$.roles[", StringComparison.Ordinal) && int.TryParse(path[8..].Split(']')[0], CultureInfo.InvariantCulture, out var i) ? i : -1;
            if (index < 0 || index >= reading.At.Count) return path.TrimStart('$', '.');
            var rest = path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..];
            // All codes of a rule are typed into one field.
            return reading.At[index] + (rest.Length == 0 || rest.StartsWith(".areas", StringComparison.Ordinal) ? ".areas" : rest.StartsWith(".seats", StringComparison.Ordinal) ? ".seats" : rest);
        }
    }

    /// <summary>A candidate given as text: what stands against it, and, where nothing does, what it says and would do.</summary>
    public async ValueTask<(EditionVerdict Verdict, IReadOnlyList<FieldProblem> Problems, EditionPreview? Preview)> PreviewAsync(
        string text, string reason, CancellationToken cancel)
    {
        var (register, verdict) = await JudgeAsync(text, cancel);
        return verdict.Refusal is null
            ? (verdict, [], new EditionPreview(text, await ChangeAsync(verdict.Edition!, register, true, cancel)) { Reason = reason })
            : (verdict, VerdictWords.Problems(verdict, register, _ => "edition"), null);
    }

    /// <summary>What the edition of a proposal changes, and would do as long as it has not begun; null for a text that is none.</summary>
    public async ValueTask<EditionChange?> ChangeAsync(string text, bool waits, CancellationToken cancel)
    {
        var (register, verdict) = await JudgeAsync(text, cancel);
        return verdict.Edition is { } edition ? await ChangeAsync(edition, register, waits && edition.InForceFrom > Today, cancel) : null;
    }

    /// <summary>All editions, the newest first, with who put them in force and the cycles that go by them.</summary>
    public async ValueTask<RulesView> RulesAsync(CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var cycles = await installation.Cycles.ListAsync(cancel);
        var applied = (await installation.Proposals.ListAsync(cancel)).Where(p => p is { State: ProposalState.Applied, Change.Edition: not null })
            .GroupBy(p => EditionFile.Parse(p.Change.Edition!, "edition").Id).ToDictionary(g => g.Key, g => g.Last());
        var rows = new List<EditionRow>();
        foreach (var edition in Editions.All.OrderBy(e => e.Directive, StringComparer.Ordinal).ThenByDescending(e => e.InForceFrom))
        {
            var change = await ChangeAsync(edition, register, false, cancel);
            rows.Add(new EditionRow(
                change,
                change.Then?.InForceFrom.AddDays(-1),
                new EditionSentences(Texts.Vietnamese, register).Whole(edition),
                new EditionSentences(Texts.English, register).Whole(edition),
                applied.TryGetValue(edition.Id, out var by) ? (ActorName.Of(register, by.By, null), ActorName.Of(register, by.DecidedBy!, null)) : null,
                [.. cycles.Where(c => c.Edition.Id == edition.Id && c.Edition.Directive == edition.Directive).OrderByDescending(c => c.To)]));
        }

        return new RulesView(rows, Today);
    }

    private async ValueTask<(RegisterSnapshot Register, EditionVerdict Verdict)> JudgeAsync(string text, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        return (register, EditionVerdict.Of(text, register, Editions, Today));
    }

    private async ValueTask<EditionChange> ChangeAsync(Edition edition, RegisterSnapshot register, bool effect, CancellationToken cancel)
    {
        var others = Editions.All.Where(e => e.Directive == edition.Directive && e.Id != edition.Id).ToList();
        var before = others.LastOrDefault(e => e.InForceFrom < edition.InForceFrom);
        return new EditionChange(
            edition,
            before,
            new EditionSentences(Texts.Vietnamese, register).Changes(before, edition),
            new EditionSentences(Texts.English, register).Changes(before, edition),
            effect ? await EffectAsync(edition, register, cancel) : null,
            others.FirstOrDefault(e => e.InForceFrom > edition.InForceFrom));
    }

    private async ValueTask<EditionEffect?> EffectAsync(Edition edition, RegisterSnapshot register, CancellationToken cancel)
    {
        if (await installation.Cycles.HeadAsync(cancel) is not { } held) return null;
        var running = new List<Cycle>();
        foreach (var cycle in (await installation.Cycles.ListAsync(cancel)).Where(c => c.State != CycleState.Closed && c.Edition.Directive == edition.Directive))
            running.Add(await installation.Cycles.FrozenAsync(cycle.Id, cancel));
        return EditionEffect.Of(edition, Editions, held.Head, running, register, installation.Parts.Rules.Calendar);
    }

    private Edition BasisOf(string? directive) => Editions.All.LastOrDefault(e => e.Directive == directive) ?? Editions.All.Last(e => e.Directive == Editions.All[0].Directive);

    private string IdOf(Edition edition)
    {
        var name = string.Concat(edition.Directive.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        var id = $"{(name.Length > 0 ? name : "edition")}.{edition.InForceFrom:yyyy-MM-dd}";
        var number = 1;
        while (Editions.All.Any(e => e.Id.Equals(number == 1 ? id : $"{id}.{number}", StringComparison.OrdinalIgnoreCase))) number++;
        return number == 1 ? id : $"{id}.{number}";
    }

    private static EditionFormView View(EditionForm form, Edition basis, RegisterSnapshot register)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in form.Rules.Append(form.Added))
        {
            foreach (var code in rule.AreaCodes.Where(c => register.PlaceOf(c) is not null)) names[code] = register.PlaceOf(code)!.Name;
            foreach (var id in rule.SeatIds.Where(s => register.Seat(s) is not null)) names[id] = register.PlaceOf(register.Seat(id)!.Place)!.Name;
        }

        return new EditionFormView(form, basis.Id, basis.InForceFrom)
        {
            Names = names,
            Areas =
            [
                .. register.Content.Places.Select(p => p.Code).Distinct(StringComparer.Ordinal).Where(c => register.Children(c).Count > 0)
                    .OrderBy(c => c, StringComparer.Ordinal).Take(MostAreas).Select(c => (c, register.PlaceOf(c)!.Name)),
            ],
            ExampleSeat = register.Content.Seats.Select(s => s.Id).Order(StringComparer.Ordinal).FirstOrDefault() ?? "",
        };
    }
}
