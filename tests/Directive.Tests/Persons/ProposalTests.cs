using System.Net;
using Directives.Access;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Proposals;
using Directives.Register;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;
using Directives.Verification;

namespace Directives.Tests.Persons;

/// <summary>What two administrators change together.</summary>
public sealed class ProposalTests
{
    private static readonly DateOnly Today = new(2023, 5, 8);
    private static readonly Change GivesAudit = new(ChangeKind.Give, Today, "nobody", Duty.Auditor, "1");

    [Fact]
    public async Task A_role_changes_only_when_a_second_administrator_confirms()
    {
        await using var site = await RoleSite.StartAsync();
        using var first = await site.BeAsync("admin1");
        var page = await first.GetAsync("/admin/people/nobody");
        var answer = await first.PostAsync(
            page, "/admin/people/nobody/give", ("duty", "Auditor"), ("place", "1"), ("from", "2023-05-08"), ("reason", "thêm người"));
        Assert.Equal("/admin/proposals/1?new", answer.Location);
        page = await first.GetAsync(answer.Location!);
        Assert.Contains("Từ ngày 08/05/2023, giao cho Chức danh nobody vai trò “Kiểm tra viên nhật ký” tại Nơi 1.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/confirm", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.PostAsync(page, "/admin/proposals/1/confirm")).Status);
        Assert.Equal(Who.Nobody, await RolesAsync(site.Play, "nobody"));

        using var second = await site.BeAsync("admin2");
        Assert.Contains("1 đề nghị chờ đồng chí quyết định", (await second.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Equal("/admin/proposals/1", (await second.PostAsync(await second.GetAsync("/admin/proposals/1"), "/admin/proposals/1/confirm")).Location);
        Assert.Contains("Đã thực hiện", (await second.GetAsync("/admin/proposals/1")).Text, StringComparison.Ordinal);
        Assert.Equal(Who.Auditor, await RolesAsync(site.Play, "nobody"));
        var acts = await site.Play.It.Dossiers.RowsAsync<TrailEntry>(site.Play.It.Proposals.Dossier, Keys.TrailPrefix, default);
        Assert.Equal([("change-proposed", "admin1"), ("change-confirmed", "admin2"), ("change-applied", "system")], acts.Select(a => (a.Act, a.By)));
        Assert.Empty((await new Verifier(site.Play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task Neither_who_proposed_nor_their_substitute_decides()
    {
        using var play = await PlayedAsync();
        await play.It.Changes.ProposeAsync(GivesAudit, "admin1", "vì công việc");
        Assert.Equal(ProposalRefusal.SamePerson, await play.It.Changes.ConfirmAsync(1, "admin1"));
        Assert.Equal(ProposalRefusal.SamePerson, await play.It.Changes.ConfirmAsync(1, "admin3"));
        Assert.Equal(ProposalRefusal.SamePerson, await play.It.Changes.DeclineAsync(1, "admin3", "không"));
        Assert.Equal(ProposalRefusal.NotTheProposer, await play.It.Changes.WithdrawAsync(1, "admin2"));
        Assert.Null(await play.It.Changes.WithdrawAsync(1, "admin1"));
        Assert.Equal(ProposalRefusal.NotOpen, await play.It.Changes.ConfirmAsync(1, "admin2"));
        Assert.Equal(Who.Nobody, await RolesAsync(play, "nobody"));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does()
    {
        using var play = await PlayedAsync();
        await play.It.Changes.ProposeAsync(GivesAudit, "admin1", "vì công việc");
        var results = await Task.WhenAll(play.It.Changes.ConfirmAsync(1, "admin2"), play.It.Changes.DeclineAsync(1, "admin2", "không"));
        Assert.Single(results, r => r is null);
        Assert.Single(results, r => r == ProposalRefusal.NotOpen);
    }

    [Theory]
    [InlineData(Duty.Administrator, "admin1", 3)]
    [InlineData(Duty.ConfidentialDesk, "desk1", 3)]
    public async Task Nobody_is_taken_away_where_too_few_would_be_left(Duty duty, string official, int held)
    {
        using var play = await PlayedAsync();
        var takes = new Change(ChangeKind.Take, Today, official, duty, "1");
        if (held > Directives.Access.Roles.Fewest(duty))
        {
            // One may go; with two left, none.
            Assert.Null((await play.It.Changes.ProposeAsync(takes, "admin3", "vì công việc")).Refusal);
            Assert.Null(await play.It.Changes.ConfirmAsync(1, "admin2"));
            takes = takes with { Official = "admin2" };
        }

        Assert.Equal(ProposalRefusal.TooFew, (await play.It.Changes.ProposeAsync(takes, "admin3", "vì công việc")).Refusal);
    }

    [Fact]
    public async Task Two_confirmations_at_once_do_not_together_leave_too_few()
    {
        using var play = await PlayedAsync();
        await play.It.Changes.ProposeAsync(new Change(ChangeKind.Take, Today, "admin1", Duty.Administrator, "1"), "admin3", "một");
        await play.It.Changes.ProposeAsync(new Change(ChangeKind.Take, Today, "admin2", Duty.Administrator, "1"), "admin3", "hai");
        await Task.WhenAll(play.It.Changes.ConfirmAsync(1, "admin2"), play.It.Changes.ConfirmAsync(2, "admin1"));
        await play.It.Changes.WakeAsync();
        var register = await play.It.Registers.GetAsync();
        Assert.Equal(2, register.DutyHolders(Duty.Administrator, "1", Today).Count);
    }

    [Fact]
    public async Task Killed_between_confirming_and_doing_it_is_done_by_the_engine_and_once()
    {
        var inner = new MemoryTables();
        using (await PlayedAsync(inner)) { }

        var clock = new Directives.Simulation.MovableClock(MonthScript.Local(5, 8, 10));
        var writes = 0L;
        var people = RoledProvince.Content().Officials.Select(o => o.Id).Where(o => o != "auditor").ToList();
        for (var crash = 1; crash < 20; crash++)
        {
            var at = crash;
            var tables = new CrashingTables(inner, n => n == at, crash % 2 == 0 ? CrashPoint.Before : CrashPoint.After);
            using var it = SmallProvince.Install(tables, clock, new RememberingTransport());
            // Somebody else each time: what is so already is not proposed again.
            var change = GivesAudit with { Official = people[crash] };
            try
            {
                var (number, _) = await it.Changes.ProposeAsync(change, "admin1", "vì công việc");
                await it.Changes.ConfirmAsync(number, "admin2");
                writes = tables.Commits;
                if (tables.Crashes == 0) break;
            }
            catch (CrashException)
            {
                tables.Restart();
            }

            using var again = SmallProvince.Install(inner, clock, new RememberingTransport());
            await again.Changes.WakeAsync();
            Assert.DoesNotContain(await again.Proposals.ListAsync(), p => p.State == ProposalState.Confirmed);
            Assert.Empty((await new Verifier(again).RunAsync()).Findings);
        }

        Assert.InRange(writes, 4, 19);
    }

    [Fact]
    public async Task An_edition_comes_into_force_on_its_day_and_after_a_restart_too_and_running_cycles_keep_theirs()
    {
        var tables = new MemoryTables();
        var text = EditionFile.Write(SmallProvince.Edition with { Id = "02-QD-TU.2023-07-01", InForceFrom = new DateOnly(2023, 7, 1) });
        var clock = new Directives.Simulation.MovableClock(MonthScript.Local(5, 8, 10));
        RuleBook Rules() => new(new EditionLibrary([SmallProvince.Edition]), HolidayFile(), new DateOnly(2023, 4, 30));
        using (var it = await SmallProvince.BegunAsync(tables, clock, new RememberingTransport(), Rules(), RoledProvince.Content()))
        {
            Assert.Equal(ProposalRefusal.BadEdition, (await it.Changes.ProposeAsync(new(ChangeKind.Edition, Today, Edition: "{}"), "admin1", "vì")).Refusal);
            var past = EditionFile.Write(SmallProvince.Edition with { Id = "old", InForceFrom = Today });
            Assert.Equal(ProposalRefusal.DateTooEarly, (await it.Changes.ProposeAsync(new(ChangeKind.Edition, Today, Edition: past), "admin1", "vì")).Refusal);
            var (number, refusal) = await it.Changes.ProposeAsync(new(ChangeKind.Edition, new(2023, 7, 1), Edition: text), "admin1", "vì");
            Assert.Null(refusal);
            Assert.Single(it.Parts.Rules.Editions.All);
            Assert.Null(await it.Changes.ConfirmAsync(number, "admin2"));
            Assert.Equal("02-QD-TU.2023-07-01", it.Parts.Rules.Editions.InForce("02-QD/TU", new(2023, 7, 1))!.Id);
        }

        using var again = SmallProvince.Install(tables, clock, new RememberingTransport(), Rules());
        await again.BeginAsync(Today);
        Assert.Equal(2, again.Parts.Rules.Editions.All.Count);
    }

    [Fact]
    public async Task A_register_from_before_there_were_such_duties_is_read_and_says_what_is_missing()
    {
        using var play = await Playground.BegunAsync();
        var result = await new Verifier(play.It).RunAsync();
        Assert.True(result.Holds);
        Assert.Equal(["Recorder at 1: 0 of 1", "Administrator at 1: 0 of 2", "Auditor at 1: 0 of 1", "ConfidentialDesk at 1: 0 of 3"], result.Missing);
        using var roled = await PlayedAsync();
        Assert.Empty((await new Verifier(roled.It).RunAsync()).Missing);
    }

    private static Directives.Calendars.WorkCalendar HolidayFile() => Directives.Calendars.HolidayFile.Vietnam;

    private static async Task<Playground> PlayedAsync(ITables? tables = null) =>
        await Playground.BegunAsync(MonthScript.Local(5, 8, 10), RoledProvince.Content(), tables: tables);

    private static async Task<Who> RolesAsync(Playground play, string official)
    {
        // What was remembered a moment ago may still stand.
        await Task.Yield();
        return await new RegisterRoles(play.It).OfAsync(official, default);
    }
}
