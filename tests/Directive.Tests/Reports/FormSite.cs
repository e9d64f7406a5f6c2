using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Directives.Access;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Editions;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Reports;

/// <summary>The real site over a real installation in memory: the small province in May 2023, with the keys of its officials' links.</summary>
internal sealed class FormSite : IAsyncDisposable
{
    public const string Seat = "112.monitor";

    /// <summary>A report that can be filed.</summary>
    public static readonly (string, string)[] Good =
        [("visits.date", "2023-04-20"), ("visits.where", "Thôn 1"), ("whomMet", "Trưởng thôn"), ("livingConditions", "Ổn định"), ("promises", "- Sửa cầu\n- Gặp xã")];

    /// <summary>02-QD/TU monthly, for as long as a test runs.</summary>
    private static readonly RuleBook Months = new(new EditionLibrary([SmallProvince.Edition]), HolidayFile.Vietnam, new DateOnly(2023, 7, 31));

    private readonly WebApplication _app;
    private readonly DirectoryInfo _keys;

    private FormSite(WebApplication app, Playground play, DirectoryInfo keys)
    {
        (_app, Play, _keys) = (app, play, keys);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Playground Play { get; }

    public Uri Address { get; }

    public static async Task<FormSite> StartAsync(int month = 5, int day = 8)
    {
        var play = await Playground.BegunAsync(rules: Months);
        await play.RunToAsync(month, day, 10);
        var keys = Directory.CreateTempSubdirectory("directive-keys-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddDirectiveEngine(play.It);
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = new Uri("http://localhost:7071"), IsSample = true }, keys);
        TestSite.AddDemo(builder.Services);
        var app = builder.Build();
        // An assistant's session, as the link that they get will begin it.
        app.Map("/assist", assist => assist.Run(async context =>
        {
            var session = new LinkSession(context.Request.Query["link"]!, SheetOf("112", "2023-04").Partition, Seat, "m112", new("Chức danh m113", "Title m113"), "vi") { Drafter = "m113" };
            await SessionCookie.BeginAsync(context, session);
        }));
        app.UseDirective();
        await app.StartAsync();
        return new FormSite(app, play, keys);
    }

    /// <summary>The sheet of a place in the cycle of a month.</summary>
    public static SheetRef SheetOf(string place, string month) => new(SmallProvince.Authority, $"02-QD-TU.{month}", place[..^1], 0);

    /// <summary>The key of an official's link.</summary>
    public ValueTask<string> KeyAsync(string place = "112", string month = "2023-04") => Play.It.Links.EnsureAsync(
        new Link(SheetOf(place, month).Partition, SmallProvince.Monitor(place), $"m{place}", 1, new DateOnly(2023, 12, 31)), default);

    /// <summary>A browser that has opened the link.</summary>
    public async Task<TestBrowser> OpenAsync(string place = "112", string month = "2023-04")
    {
        var browser = new TestBrowser(Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.OpenLinkAsync(await KeyAsync(place, month))).Status);
        return browser;
    }

    /// <summary>A browser in which an assistant has opened a draft link of the same report.</summary>
    public async Task<TestBrowser> AssistAsync()
    {
        var browser = new TestBrowser(Address);
        await browser.GetAsync($"/assist?link={Links.Hash(await KeyAsync())}");
        return browser;
    }

    /// <summary>Sends the form that a page shows, with other words and a button, as a browser does.</summary>
    public static Task<TestPage> SendAsync(TestBrowser browser, TestPage page, string button, params (string Name, string Value)[] typed) =>
        SendAsync(browser, page, button, [], typed);

    /// <summary>The same with files of the report.</summary>
    public static Task<TestPage> SendAsync(
        TestBrowser browser, TestPage page, string button, (string Name, byte[] Bytes)[] files, params (string Name, string Value)[] typed) =>
        SendFilesAsync(browser, page, button, [.. files.Select(f => ("files", f.Name, f.Bytes))], typed);

    /// <summary>The same with files of any field.</summary>
    public static async Task<TestPage> SendFilesAsync(
        TestBrowser browser, TestPage page, string button, (string Field, string Name, byte[] Bytes)[] files, params (string Name, string Value)[] typed)
    {
        using var form = new MultipartFormDataContent($"----{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}");
        foreach (var name in (string[])["for", "draft", "writer", "amends", "hinted", .. Enumerable.Range(0, 12).Select(i => $"cases[{i}].line")])
        {
            if (page.Inputs(name) is [var value, ..]) form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(page.Token), "__RequestVerificationToken");
        form.Add(new StringContent(button), "do");
        foreach (var (name, value) in typed) form.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, field, name);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/report") { Content = form });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Play.Dispose();
        if (_keys.Exists) _keys.Delete(recursive: true);
    }
}
