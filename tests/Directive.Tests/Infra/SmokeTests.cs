using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Infra;

/// <summary>What the smoke test of a deployment says of an installation that answers, comes late, comes and goes, or never comes.</summary>
public sealed class SmokeTests
{
    [Fact]
    public async Task One_that_is_ready_is_good()
    {
        var (code, asked) = await SmokeAsync(_ => 200, "--for", "20", "--times", "3");
        Assert.Equal((0, 3), (code, asked));
    }

    [Fact]
    public async Task One_that_becomes_ready_is_good()
    {
        var (code, asked) = await SmokeAsync(i => i < 3 ? 503 : 200, "--for", "20", "--times", "2");
        Assert.Equal((0, 5), (code, asked));
    }

    [Fact]
    public async Task A_good_answer_of_what_is_being_replaced_does_not_count()
    {
        var (code, asked) = await SmokeAsync(i => i is 1 or 2 ? 503 : 200, "--for", "20", "--times", "2");
        Assert.Equal((0, 5), (code, asked));
    }

    [Fact]
    public async Task One_that_never_is_ready_fails()
    {
        var (code, asked) = await SmokeAsync(_ => 503, "--for", "2", "--times", "1");
        Assert.Equal(1, code);
        Assert.True(asked > 1, $"{asked}");
    }

    [Fact]
    public async Task One_that_sends_elsewhere_is_not_ready() => Assert.Equal(1, (await SmokeAsync(_ => 302, "--for", "1", "--times", "1")).Code);

    [Fact]
    public async Task One_that_is_not_there_fails() =>
        Assert.Equal(1, (await ScriptRun.RunAsync("infra/deploy/smoke", ["http://127.0.0.1:1", "--for", "1", "--every", "1", "--times", "1"])).Code);

    [Theory]
    [InlineData()]
    [InlineData("nhac-viec.example")]
    [InlineData("https://nhac-viec.example", "--for", "soon")]
    [InlineData("https://nhac-viec.example", "--times", "0")]
    [InlineData("https://nhac-viec.example", "--fast")]
    public async Task One_that_is_wrongly_named_is_refused(params string[] arguments)
    {
        var ended = await ScriptRun.RunAsync("infra/deploy/smoke", arguments);
        Assert.Equal((2, ""), (ended.Code, ended.Said));
        Assert.StartsWith("smoke: ", ended.Complained, StringComparison.Ordinal);
    }

    private static async Task<(int Code, int Asked)> SmokeAsync(Func<int, int> status, params string[] arguments)
    {
        var asked = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/readyz", context =>
        {
            context.Response.StatusCode = status(asked++);
            if (context.Response.StatusCode == 302) context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync("{}");
        });
        app.MapGet("/elsewhere", () => "ready");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var ended = await ScriptRun.RunAsync("infra/deploy/smoke", [address, "--every", "0", .. arguments]);
        return (ended.Code, asked);
    }
}
