using Directives.Calendars;
using Directives.Recommendations;
using Directives.Reports;

namespace Directives.Web.Cases;

/// <summary>Answers the pages of cases from the tables.</summary>
public sealed class CasePages(Installation installation) : ICasePages
{
    /// <inheritdoc/>
    public async ValueTask<CaseView?> ShowAsync(CaseViewer viewer, string id, CancellationToken cancel)
    {
        if (!viewer.Reaches(id) || await installation.Cases.FindAsync(id, cancel) is not { } open) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var today = TodayOf(open);
        var rights = new CaseRights(open.State, open.Events, viewer.Whom, viewer.Roles, register, today);
        return rights.MayRead ? new CaseLook(open, rights, register, today).View(id) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<OpenedFile?> OpenFileAsync(CaseViewer viewer, string id, string hash, CancellationToken cancel) =>
        (await ShowAsync(viewer, id, cancel))?.Raised.Attachments?.FirstOrDefault(f => f.Hash == hash) is { } file
            && await installation.Files.OpenAsync(hash, cancel) is { } content ? new OpenedFile(file, content) : null;

    /// <inheritdoc/>
    public async Task<CaseTaken> TakeAsync(CaseViewer viewer, string id, CaseForm form, CancellationToken cancel)
    {
        if (!viewer.Reaches(id)) return new(CaseOutcome.NotFound, []);
        var register = await installation.Registers.GetAsync(cancel);
        var problems = new List<FieldProblem>();
        var leave = CaseLeave.None;
        // Who may is judged on the case as it is written, each time it is tried.
        var result = await installation.CaseDesk.StepAsync(id, viewer.Actor, Judge, Why(form), cancel);
        if (leave == CaseLeave.None) return new(CaseOutcome.NotFound, []);
        if (problems.Count > 0) return new(CaseOutcome.Refused, problems);
        return result.Refused is { } refused ? new(CaseOutcome.Refused, [form.Problem(refused)]) : new(CaseOutcome.Taken, []);

        CaseEvent? Judge(OpenCase open)
        {
            problems.Clear();
            var today = TodayOf(open);
            var rights = new CaseRights(open.State, open.Events, viewer.Whom, viewer.Roles, register, today);
            leave = rights.LeaveFor(form.Step, form.Assignment, form.Body);
            if (leave == CaseLeave.NotNow) problems.Add(form.Problem(CaseRefusal.NotNow));
            return leave == CaseLeave.Given ? form.Make(today, problems) : null;
        }
    }

    /// <summary>The reason stands in the trail, too, but only what is no content.</summary>
    private static string? Why(CaseForm form) =>
        form.Step is CaseStep.Correct or CaseStep.LowerUrgency && PlainText.Normalize(form.Of("reason")) is { Length: > 0 and <= CaseField.MostWords } why && PlainText.FirstControl(why) is null ? why : null;

    private DateOnly TodayOf(OpenCase open) => Zone.Of(open.Held.Head.Zone).DateAt(installation.Parts.Clock.GetUtcNow());
}
