using Directives.Cycles;
using Directives.Editions;
using Directives.Extensions;
using Directives.Proposals;
using Directives.Tests.Chasing;

namespace Directives.Tests.Persons;

/// <summary>The runbook's case: a wrong edition was put in force. The next cycle goes by the right one, and the office mends the one that runs.</summary>
public sealed class WrongEditionTests
{
    private static readonly DateOnly Today = new(2023, 4, 10);

    [Fact]
    public async Task The_next_cycle_goes_by_the_right_edition_and_the_office_extends_the_one_that_runs()
    {
        using var play = await Playground.BegunAsync(
            MonthScript.Local(4, 10, 10), RoledProvince.Content(), new RuleBook(new EditionLibrary([SmallProvince.Edition]), Directives.Calendars.HolidayFile.Vietnam, new DateOnly(2023, 6, 30)));
        // By mistake a report of May is due on the first working day after it, and nobody notices until it has begun.
        var wrong = SmallProvince.Edition with
        {
            Id = "wrong",
            InForceFrom = new DateOnly(2023, 5, 1),
            Roles = [.. SmallProvince.Edition.Roles.Select(r => r with { DueWorkingDays = 1 })],
        };
        await PutInForceAsync(play, wrong);
        await play.RunToAsync(5, 8, 10);
        var may = await CycleAsync(play, 5);
        Assert.Equal("wrong", may.Edition.Id);
        Assert.Equal("02-QD-TU.2021-04-29", (await CycleAsync(play, 4)).Edition.Id);

        await PutInForceAsync(play, SmallProvince.Edition with { Id = "right", InForceFrom = new DateOnly(2023, 6, 1) }, new DateOnly(2023, 5, 8));
        var due = new DateOnly(2023, 6, 12);
        var ask = new ExtensionRequest(may.Id, ["1"], "sai thời hạn trong quy định", due);
        Assert.Null(await play.It.Extender.ConfirmAsync("mend", ask, MonthScript.Office));
        await play.RunToAsync(6, 2, 10);
        var sheet = await Sheet.ReadAsync(play.It.Dossiers, may.SheetRefs().First(), default);
        Assert.All(sheet!.Obligations, o => Assert.Equal(due, o.Due));
        await play.RunToAsync(6, 5, 10);
        Assert.Equal("right", (await CycleAsync(play, 6)).Edition.Id);
        Assert.Empty(await play.FaultsAsync());
    }

    private static async Task PutInForceAsync(Playground play, Edition edition, DateOnly? today = null)
    {
        var (number, refusal) = await play.It.Changes.ProposeAsync(new(ChangeKind.Edition, edition.InForceFrom, Edition: EditionFile.Write(edition)), "admin1", "vì");
        Assert.Null(refusal);
        Assert.Null(await play.It.Changes.ConfirmAsync(number, "admin2"));
        Assert.True((today ?? Today) < edition.InForceFrom);
    }

    private static async Task<Cycle> CycleAsync(Playground play, int month) =>
        await play.It.Cycles.FrozenAsync((await play.It.Cycles.ListAsync(default)).Single(c => c.From.Month == month).Id, default);
}
