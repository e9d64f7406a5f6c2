using System.Net;
using Directives.Access;
using Directives.Tests.Access.SignIn;
using Directives.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Tests.Persons;

/// <summary>Roles are found out once for a request, and anew for the next.</summary>
public sealed class HeldRolesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_asks_for_the_roles_of_a_person_once(bool secondFactor)
    {
        await using var at = await SignInSite.StartAsync();
        var roles = new CountingRoles(new RegisterRoles(at.It));
        await using var site = await TestSite.StartAsync(engine: services =>
        {
            TestSite.Engine(at.It)(services);
            services.AddSingleton<IRoles>(roles);
        }, more: app => app.MapGet("/come-in", async (HttpContext context) =>
        {
            var id = await at.It.Sessions.BeginAsync("office", "mail", "-", "-", secondFactor);
            await SessionCookie.BeginAsync(context, new PersonSession("office", new("a", "a"), "vi") { Id = id, SecondFactor = secondFactor });
        }).Allow(Who.Anyone));
        using var browser = site.Browser();
        await browser.GetAsync("/come-in");
        for (var request = 1; request <= 2; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).Status);
            Assert.Equal(request, roles.Asked);
        }

        Assert.Equal(secondFactor ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync("/office/search")).Status);
        Assert.Equal(3, roles.Asked);
    }

    private sealed class CountingRoles(IRoles inner) : IRoles
    {
        public int Asked { get; private set; }

        public ValueTask<Who> OfAsync(string official, CancellationToken cancel)
        {
            Asked++;
            return inner.OfAsync(official, cancel);
        }
    }
}
