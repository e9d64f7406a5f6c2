using System.Net;
using Directives.Access.Entra;

namespace Directives.Tests.Persons;

/// <summary>What administrators propose about a person's way in, on that person's page.</summary>
public sealed class AccountProposalTests
{
    [Fact]
    public async Task Administrators_propose_whose_an_account_is_only_while_one_waits()
    {
        await using var site = await RoleSite.StartAsync();
        using var admin = await site.BeAsync("admin1");
        Assert.DoesNotContain("bind-account", (await admin.GetAsync("/admin/people/office")).Html, StringComparison.Ordinal);
        await site.Play.It.Entra.AskAsync(new EntraVisitor(Guid.NewGuid(), Guid.NewGuid(), "Nguyen <b>", false));
        var id = Assert.Single(await site.Play.It.Entra.WaitingAsync()).Id;
        var page = await admin.GetAsync("/admin/people/office");
        Assert.Contains("Nguyen &lt;b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync(page, "/admin/people/office/bind-account", ("account", "none"), ("reason", "x"))).Status);
        var answer = await admin.PostAsync(page, "/admin/people/office/bind-account", ("account", id), ("reason", "đã hỏi trực tiếp"));
        Assert.Contains("Xác nhận tài khoản cơ quan “Nguyen <b>” là của Chức danh office.", (await admin.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
        using var second = await site.BeAsync("admin2");
        await second.PostAsync(await second.GetAsync("/admin/proposals/1"), "/admin/proposals/1/confirm");
        Assert.Empty(await site.Play.It.Entra.WaitingAsync());
    }

    [Fact]
    public async Task A_lost_second_factor_is_proposed_to_be_reset_on_the_page()
    {
        await using var site = await RoleSite.StartAsync();
        using var admin = await site.BeAsync("admin1");
        var page = await admin.GetAsync("/admin/people/office");
        Assert.Contains("action=\"/admin/people/office/reset-factor\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("/admin/proposals/1?new", (await admin.PostAsync(page, "/admin/people/office/reset-factor", ("reason", "mất điện thoại"))).Location);
    }
}
