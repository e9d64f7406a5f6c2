using Directives.Attachments;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Reports;
using Directives.Retention;
using Directives.Simulation;
using Directives.Tests.Chasing;

namespace Directives.Tests.Retention;

/// <summary>Files of recommendations: a case is kept, and its files with it, whatever becomes of the reports that had them.</summary>
public sealed class CaseFileRetentionTests
{
    [Fact]
    public async Task A_file_of_a_recommendation_stays_while_its_case_or_a_draft_names_it()
    {
        var machine = new MovableClock(SmallProvince.Begin);
        var files = new MemoryFiles(machine);
        var (only, raised, alone, drafted) = (
            await files.PutAsync(new MemoryStream([1])), await files.PutAsync(new MemoryStream([2])), await files.PutAsync(new MemoryStream([3])), await files.PutAsync(new MemoryStream([4])));
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        // Of these four, the report raises one with its recommendation; one was raised alone by another; one is in another's draft.
        await play.It.Reports.FileAsync(MonthScript.SheetOf("111"), SmallProvince.Monitor("111"), new Actor("m111"), new ReportContent
        {
            NoVisitBecause = "x",
            Attachments = [RetentionTests.AttachmentOf(only), RetentionTests.AttachmentOf(alone)],
            Cases = [new(CaseKind.Proposal, "Xây trường.", Attachments: [RetentionTests.AttachmentOf(raised), RetentionTests.AttachmentOf(drafted)])],
        });
        await play.It.CaseDesk.RaiseAsync("alone", new Actor("m112"), new Raised
        {
            Kind = CaseKind.Difficulty,
            Text = "Cầu yếu.",
            Place = "112",
            Seat = SmallProvince.Monitor("112"),
            Attachments = [RetentionTests.AttachmentOf(alone)],
        });
        await play.RunToAsync(7, 1, 9);
        await play.It.Drafts.SaveAsync("elsewhere", "x", RetentionTests.DraftOf(play) with { CaseFiles = [new CaseFile("l", RetentionTests.AttachmentOf(drafted))] }, 0);
        machine.MoveTo(machine.GetUtcNow().AddDays(2));
        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(10));
        await new RetentionKeeper(play.It, RetentionFile.Program, files, machine).LookAsync(default);
        Assert.Equal(
            (false, true, true, true),
            (await files.ExistsAsync(only.Hash), await files.ExistsAsync(raised.Hash), await files.ExistsAsync(alone.Hash), await files.ExistsAsync(drafted.Hash)));
    }

    [Fact]
    public async Task A_file_of_a_draft_s_recommendation_goes_with_the_draft()
    {
        var machine = new MovableClock(SmallProvince.Begin);
        var files = new MemoryFiles(machine);
        var file = await files.PutAsync(new MemoryStream([1]));
        using var play = await RetentionTests.PlayedAsync();
        await play.It.Drafts.SaveAsync(MonthScript.SheetOf("113").Partition, "113.monitor", RetentionTests.DraftOf(play) with { CaseFiles = [new CaseFile("l", RetentionTests.AttachmentOf(file))] }, 0);
        machine.MoveTo(machine.GetUtcNow().AddDays(2));
        play.Clock.MoveTo(MonthScript.Local(9, 30, 9));
        await new RetentionKeeper(play.It, RetentionFile.Program, files, machine).LookAsync(default);
        Assert.False(await files.ExistsAsync(file.Hash));
    }
}
