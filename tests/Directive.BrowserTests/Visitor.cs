using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>One person's browser window. What a page asked of other hosts, or broke in its script, is kept and told.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Requests to other hosts (refused here), errors in scripts, answers of 500 and above.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    internal static async Task<Visitor> OpenAsync(IBrowserContext context, Uri home)
    {
        var visitor = new Visitor(context, await context.NewPageAsync());
        await context.RouteAsync(
            url => !IsAt(home, url),
            route =>
            {
                visitor._complaints.Enqueue($"asked another host: {route.Request.Url}");
                return route.AbortAsync();
            });
        visitor.Page.PageError += (_, error) => visitor._complaints.Enqueue($"script: {error}");
        visitor.Page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                visitor._complaints.Enqueue($"{response.Status}: {response.Url}");
        };
        return visitor;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static bool IsAt(Uri home, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var asked)
        && (asked.Scheme is "data" or "about" or "blob" || asked.Authority == home.Authority);
}
