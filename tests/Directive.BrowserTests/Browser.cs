using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>One headless Chromium, that of the machine; nothing is downloaded for it.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Names a Chromium to use instead of searching for one.</summary>
    public const string Variable = "DIRECTIVE_CHROMIUM";

    private static readonly string[] _names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Width of a phone.</summary>
    public const int Phone = 390;

    private const int Desk = 1280;
    private const int Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var chromium = Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH"), File.Exists);
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = _flags,
            Headless = true,
            ChromiumSandbox = false,
        });
    }

    /// <summary>A visitor with no cookies yet, who reads the given language, on a phone or at a desk, with or without script.</summary>
    public async Task<Visitor> VisitAsync(Uri address, string language = "vi-VN", bool phone = false, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = phone ? new() { Width = Phone, Height = 780 } : new() { Width = Desk, Height = 900 },
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(Patience);
        return await Visitor.OpenAsync(context, address);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The Chromium that is named, or else the first on the path. None is a failure, never a skipped test.</summary>
    internal static string Find(string? named, string? path, Func<string, bool> exists)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return exists(named) ? named : throw new InvalidOperationException(
                $"{Variable} names '{named}', which does not exist. Unset it and run tests/run, which installs Chromium.");
        }
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin").Distinct();
        var found = from name in _names from folder in folders let file = Path.Combine(folder, name) where exists(file) select file;
        return found.FirstOrDefault() ?? throw new InvalidOperationException(
            $"No Chromium was found ({string.Join(", ", _names)}). Run tests/run, which installs it, or set {Variable} to one.");
    }
}
