using Directives.Calendars;
using Directives.Editions;
using Directives.Simulation;
using Directives.Tables;
using Directives.Web;
using Directives.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.BrowserTests;

/// <summary>The patterns of all pages, from the same list of endpoints that the program maps: a new one cannot be forgotten.</summary>
internal sealed class EveryPage
{
    private readonly List<(string Pattern, TemplateMatcher Matcher)> _pages;

    public EveryPage()
    {
        // Nothing here answers a request: the framework asks only which parameters are services.
        var builder = WebApplication.CreateSlimBuilder();
        var keys = Directory.CreateTempSubdirectory("directive-pages-");
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = new Uri("http://localhost"), IsSample = true }, keys);
        using var installation = Nothing();
        builder.Services.AddDirectiveEngine(installation);
        builder.Services.AddSingleton<IDemoPages>(_ => throw new InvalidOperationException("Nothing is asked here."));
        using var app = builder.Build();
        app.MapDirective();
        _pages =
        [
            .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Select(e => (e.RoutePattern.RawText!, new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), [])))
                .OrderBy(p => p.Item1.Count(c => c == '{')),
        ];
        keys.Delete(recursive: true);
    }

    private static Installation Nothing() => new(new InstallationParts
    {
        Authority = "1",
        Tables = new MemoryTables(),
        Clock = TimeProvider.System,
        Rules = new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam, new DateOnly(2023, 4, 30)),
        Transport = new CountingTransport(),
        TrailKey = new byte[32],
        LinkSecret = new byte[32],
        ConfidentialKey = new byte[32],
    });

    /// <summary>All patterns that are read with GET.</summary>
    public IReadOnlyList<string> Patterns => [.. _pages.Select(p => p.Pattern)];

    /// <summary>The pattern of an address, the one with the fewest gaps first; null for none.</summary>
    public string? PatternOf(string path)
    {
        foreach (var (pattern, matcher) in _pages)
        {
            if (matcher.TryMatch(path, [])) return pattern;
        }

        return null;
    }
}
