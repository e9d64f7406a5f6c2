using Directives.Access;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Recommendations;
using Directives.Recommendations.Links;
using Directives.Tests.Access;

namespace Directives.Tests.Recommendations;

/// <summary>A link in a letter about a recommendation opens one case for one person until what it asks for is done (R7).</summary>
public sealed class CaseLinkTests
{
    private static readonly LinkUse Phone = new("203.0.113.0/24", "Android");

    [Fact]
    public async Task The_local_leaders_link_opens_the_case_until_the_word_can_be_taken_back_no_longer()
    {
        using var ground = await CaseGround.BegunAsync();
        var desk = new CaseLinkDesk(ground.Ground.It);
        var key = await ToConfirmAsync(ground);
        var view = (await desk.LookAsync(key, default)).View!;
        Assert.Equal(("c1", "leader-111", DutyKind.Confirmation), (view.Session.Case, view.Session.Official, view.Duty));

        await ground.StepAsync("leader-111", new Confirmed { Verdict = PlaceVerdict.HeardSettled });
        Assert.NotNull((await desk.LookAsync(key, default)).View);
        ground.Ground.Clock.MoveTo(ground.Ground.Clock.GetUtcNow().AddDays(6));
        Assert.Equal(LinkRefusal.Over, (await desk.LookAsync(key, default)).Refused);
    }

    [Fact]
    public async Task A_look_records_nothing_and_an_opening_records_from_where()
    {
        using var ground = await CaseGround.BegunAsync();
        var desk = new CaseLinkDesk(ground.Ground.It);
        var key = await ToConfirmAsync(ground);
        await desk.LookAsync(key, default);
        Assert.Empty(await ground.Ground.It.CaseLinks.UsesAsync("c1", default));
        await desk.OpenAsync(key, Phone, default);
        var use = Assert.Single(await ground.Ground.It.CaseLinks.UsesAsync("c1", default));
        Assert.Equal(("leader-111", Phone), (use.By, use.From));
    }

    [Fact]
    public async Task Other_keys_of_links_and_trail_kill_no_link_that_is_out()
    {
        using var ground = await CaseGround.BegunAsync();
        var key = await ToConfirmAsync(ground);
        using var rotated = new Installation(ground.Ground.It.Parts with { LinkSecret = TestKeys.Of(7, 0), TrailKey = TestKeys.Of(5, 0) });
        Assert.NotNull((await new CaseLinkDesk(rotated).LookAsync(key, default)).View);
    }

    [Fact]
    public async Task A_forged_key_opens_nothing_and_one_mailed_to_an_old_address_is_dead()
    {
        using var ground = await CaseGround.BegunAsync();
        var it = ground.Ground.It;
        var desk = new CaseLinkDesk(it);
        var key = await ToConfirmAsync(ground);
        Assert.Equal(LinkRefusal.Unknown, (await desk.LookAsync(key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), default)).Refused);
        var content = (await it.Registers.GetAsync()).Content;
        await it.Registers.ReplaceAsync(
            content with { Officials = [.. content.Officials.Select(o => o.Id == "leader-111" ? o with { Address = "new@place.example" } : o)] }, new Actor("office"), "moved");
        Assert.Equal(LinkRefusal.Moved, (await desk.LookAsync(key, default)).Refused);
    }

    [Fact]
    public async Task Whoever_lost_the_post_is_a_stranger()
    {
        using var ground = await CaseGround.BegunAsync();
        var it = ground.Ground.It;
        var key = await ToConfirmAsync(ground);
        var content = (await it.Registers.GetAsync()).Content;
        await it.Registers.ReplaceAsync(
            content with { Positions = [.. content.Positions.Select(p => p.Official == "leader-111" ? p with { Official = "m112" } : p)] }, new Actor("office"), "left");
        Assert.Equal(LinkRefusal.Over, (await new CaseLinkDesk(it).LookAsync(key, default)).Refused);
    }

    [Fact]
    public async Task The_same_letter_written_twice_brings_the_same_link_and_the_office_gets_none()
    {
        using var ground = await CaseGround.BegunAsync();
        Assert.Equal(await ToConfirmAsync(ground), await KeyAsync(ground, "leader-111"));
        await ground.RaiseAsync("c2");
        await ground.RunToAsync(5, 10, "c2");
        Assert.Null(await KeyAsync(ground, "office", "c2"));
    }

    private static async Task<string> ToConfirmAsync(CaseGround ground)
    {
        await ground.RaiseAsync();
        await ground.StepAsync("office", new SentToCommittee());
        await ground.StepAsync("recorder", CaseStory.Decision());
        await ground.StepAsync("m111", new Answered { On = new DateOnly(2023, 5, 8), How = "họp", ToWhom = "dân", Words = "Có." });
        await ground.RunToAsync(5, 9);
        return (await KeyAsync(ground, "leader-111"))!;
    }

    private static async Task<string?> KeyAsync(CaseGround ground, string reader, string id = "c1")
    {
        var it = ground.Ground.It;
        var rows = await it.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier(it.Parts.Authority, reader), $"n|case|{id}|", default);
        var register = await it.Registers.GetAsync();
        var day = it.Parts.Rules.DayAt(ground.Ground.Clock.GetUtcNow());
        var look = await new DutyLooks(it.Cases).LookAsync(rows[^1].Notice, register, day, default);
        return await it.LetterLinks.EnsureAsync(rows[^1].Notice, look!, register.Official(reader)!.Address, default);
    }
}
