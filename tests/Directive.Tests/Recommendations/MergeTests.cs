using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Recommendations.Radar;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Recommendations;

/// <summary>Like recommendations: found by the radar, merged by a person, never in a circle, and none is forgotten.</summary>
public sealed class MergeTests
{
    private static readonly Actor Office = new("office");

    [Fact]
    public async Task A_merge_in_a_circle_is_refused_over_any_number_of_cases()
    {
        using var ground = await AgendaTests.WaitingAsync("a", "b", "c");
        var desk = ground.Ground.It.Merging;
        Assert.Equal(CaseRefusal.MergeInCircle, (await desk.MergeAsync("a", "a", Office))!.Refused);
        Assert.Null((await desk.MergeAsync("a", "b", Office))!.Refused);
        Assert.Null((await desk.MergeAsync("b", "c", Office))!.Refused);
        Assert.Equal(CaseRefusal.MergeInCircle, (await desk.MergeAsync("c", "a", Office))!.Refused);
        Assert.Null(await desk.MergeAsync("c", "none", Office));
        Assert.Null(await desk.MergeAsync("none", "c", Office));
    }

    [Fact]
    public async Task Two_who_merge_at_once_in_opposite_directions_leave_no_circle()
    {
        for (var i = 0; i < 20; i++)
        {
            using var ground = await AgendaTests.WaitingAsync("a", "b");
            var yielding = SmallProvince.Install(new YieldingTables(ground.Ground.Tables), ground.Ground.Clock, ground.Ground.Mail);
            await Task.WhenAll(yielding.Merging.MergeAsync("a", "b", Office), yielding.Merging.MergeAsync("b", "a", new("recorder")));
            var merged = new[] { await ground.StateAsync("a"), await ground.StateAsync("b") }.Count(s => s.Stage == CaseStage.Merged);
            Assert.InRange(merged, 0, 1);
            yielding.Dispose();
        }
    }

    [Fact]
    public async Task Merging_is_undone_with_a_reason_and_into_what_is_decided_or_over_nothing_is_merged()
    {
        using var ground = await AgendaTests.WaitingAsync("a", "b", "c");
        var desk = ground.Ground.It.Merging;
        await desk.MergeAsync("a", "b", Office);
        Assert.Equal(CaseRefusal.ReasonNeeded, (await desk.UndoAsync("a", Office, " ")).Refused);
        Assert.Null((await desk.UndoAsync("a", Office, "Hai cây cầu khác nhau.")).Refused);
        Assert.Equal(CaseStage.Decision, (await ground.StateAsync("a")).Stage);
        await ground.StepAsync("recorder", CaseStory.Decision(), "b");
        Assert.Equal(CaseRefusal.NotNow, (await desk.MergeAsync("a", "b", Office))!.Refused);
        await ground.StepAsync("m111", new Withdrawn { Reason = "Đã xong." }, "c");
        Assert.Equal(CaseRefusal.Ended, (await desk.MergeAsync("a", "c", Office))!.Refused);
    }

    [Fact]
    public async Task A_merged_case_whose_other_is_withdrawn_is_shown_to_the_office_until_it_is_parted()
    {
        using var ground = await AgendaTests.WaitingAsync("a", "b");
        var desk = ground.Ground.It.Merging;
        await desk.MergeAsync("a", "b", Office);
        Assert.Empty(await desk.StrandedAsync());
        await ground.StepAsync("m111", new Withdrawn { Reason = "Đã xong." }, "b");
        Assert.Equal(["a"], (await desk.StrandedAsync()).Select(s => s.Case.Ref.Id));
        await desk.UndoAsync("a", Office, "Kiến nghị kia đã rút.");
        ground.Ground.Clock.MoveTo(ground.Ground.Clock.GetUtcNow().AddHours(1));
        Assert.Empty(await desk.StrandedAsync());
        Assert.Empty(await ground.Ground.It.CaseList.MergesAsync());
    }

    [Fact]
    public async Task The_radar_finds_what_is_alike_says_why_and_keeps_up_with_other_processes()
    {
        using var ground = await CaseGround.BegunAsync();
        using var other = SmallProvince.Install(ground.Ground.Tables, ground.Ground.Clock, ground.Ground.Mail);
        await RaiseAsync(ground.Ground.It, "a", "Cầu treo vào thôn bị hư hỏng nặng, dân không qua được.", "111");
        await RaiseAsync(ground.Ground.It, "b", "Thiếu nước sinh hoạt mùa khô.", "112");
        Assert.Empty(await LikeAsync(other, "a", "Cầu treo sang xã bị hư hỏng."));
        await RaiseAsync(ground.Ground.It, "c", "Cầu treo xuống cấp, người dân không qua được.", "121");
        var like = Assert.Single(await LikeAsync(other, "a", "Cầu treo vào thôn bị hư hỏng nặng, dân không qua được."));
        Assert.Equal("c", like.Case.Id);
        Assert.Contains(like.Like.Because, b => b.Here.Contains("ầu treo", StringComparison.Ordinal) || b.Here.Contains("ầu", StringComparison.Ordinal));
        Assert.Equal(["c"], (await other.Radar.OfPlacesAsync(["121", "122"], 10)).Select(c => c.Id));
    }

    [Fact]
    public async Task A_difficulty_of_three_places_rises_and_a_violation_is_never_listed()
    {
        using var ground = await CaseGround.BegunAsync();
        var it = ground.Ground.It;
        foreach (var place in (string[])["111", "112"]) await RaiseAsync(it, $"w{place}", "Thiếu nước sinh hoạt mùa khô.", place);
        var today = new DateOnly(2023, 5, 8);
        Assert.Empty(await it.Radar.EmergingAsync(EmergingRule.Sample, today));
        await RaiseAsync(it, "w121", "Mùa khô thiếu nước sinh hoạt.", "121");
        Assert.Equal(["111", "112", "121"], Assert.Single(await it.Radar.EmergingAsync(EmergingRule.Sample, today)).Emerging.Places);
        await Assert.ThrowsAsync<ArgumentException>(() => RaiseAsync(it, "v", "Cán bộ vi phạm.", "111", CaseKind.Violation));
        Assert.DoesNotContain(await it.CaseList.SaidSinceAsync(DateOnly.MinValue), c => c.Id == "v");
        Assert.DoesNotContain("v", await it.CaseList.OpenAsync());
    }

    private static async Task<IReadOnlyList<(ListedCase Case, LikeText Like)>> LikeAsync(Installation it, string not, string text) =>
        await it.Radar.LikeAsync(CaseKind.Difficulty, text, 10, c => c.Id != not);

    private static Task RaiseAsync(Installation it, string id, string text, string place, CaseKind kind = CaseKind.Difficulty) => it.CaseDesk.RaiseAsync(id, new("m111"), new Raised
    {
        Kind = kind,
        Text = text,
        Place = place,
        Seat = SmallProvince.Monitor(place),
    });
}
