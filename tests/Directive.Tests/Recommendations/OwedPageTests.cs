using System.Net;
using Directives.Tests.Chasing;

namespace Directives.Tests.Recommendations;

/// <summary>Who owes what, to each and to the office.</summary>
public sealed class OwedPageTests
{
    [Fact]
    public async Task Each_sees_what_they_owe_urgent_first_and_it_goes_when_it_is_done()
    {
        await using var site = await CaseSite.StartAsync();
        var plain = await site.RaiseAsync();
        var urgent = await site.RaiseAsync("m112", "112", ("is-urgent", "yes"), ("urgent", "Hết thuốc."));
        var page = await site.GetAsync("office", "/owed");
        Assert.True(page.Html.IndexOf($"/cases/{urgent}", StringComparison.Ordinal) < page.Html.IndexOf($"/cases/{plain}", StringComparison.Ordinal));
        // One more stands in the province from the beginning.
        Assert.Contains("Xem tất cả việc phải làm: 3 việc, 0 quá hạn", (await site.GetAsync("office", "/me")).Text, StringComparison.Ordinal);
        await site.StepAsync("office", urgent, "to-committee");
        Assert.DoesNotContain($"/cases/{urgent}", (await site.GetAsync("office", "/owed")).Html, StringComparison.Ordinal);
        Assert.Contains($"/cases/{urgent}", (await site.GetAsync("recorder", "/owed")).Html, StringComparison.Ordinal);
        foreach (var who in (string[])["member", "auditor", "m121", "sub", "sub=m111"]) Assert.DoesNotContain("/cases/", (await site.GetAsync(who, "/owed")).Html.Replace("/cases/raise", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // What the own seats have raised stays in sight while it is open.
        Assert.Contains($"/cases/{urgent}", (await site.GetAsync("m112", "/me")).Html, StringComparison.Ordinal);
        await site.StepAsync("m112", urgent, "withdraw", ("reason", "Đã có thuốc."));
        Assert.DoesNotContain($"/cases/{urgent}", (await site.GetAsync("m112", "/me")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_is_reckoned_and_bodies_and_places_see_their_own()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        site.Site.Play.Clock.MoveTo(SmallProvince.Zone.At(new DateOnly(2023, 5, 29), new TimeOnly(9, 0)));
        foreach (var who in (string[])["chief", "clerk", "otherclerk"])
            Assert.Contains("quá hạn 4 ngày", (await site.GetAsync(who, "/owed")).Text, StringComparison.Ordinal);
        var task = await site.TaskAsync(id);
        await site.StepAsync("otherclerk", id, "part", task, ("body", "other"));
        await site.StepAsync("chief", id, "finish", task, ("result", "Xong."));
        Assert.Contains($"/cases/{id}", (await site.GetAsync("m113", "/owed")).Html, StringComparison.Ordinal);
        await site.StepAsync("m113", id, "answer", ("on", "2023-05-29"), ("how", "họp"), ("whom", "dân"), ("told", "Xong."));
        Assert.Contains($"/cases/{id}", (await site.GetAsync("leader113", "/owed")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sees_who_owes_what_by_party()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        var page = await site.GetAsync("office", "/office/owed");
        Assert.Contains("/office/owed/Body/health", page.Html, StringComparison.Ordinal);
        Assert.Contains("Sở Tư pháp", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/cases/{id}", (await site.GetAsync("office", "/office/owed/Body/health")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{id}", (await site.GetAsync("office", "/office/owed/Committee/-")).Html, StringComparison.Ordinal);
        foreach (var never in (string[])["Body/none", "Nobody/-", "Office/x"]) Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("office", $"/office/owed/{never}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("recorder", "/office/owed")).Status);
    }
}
