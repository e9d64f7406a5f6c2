using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directives.Tests.Web;

namespace Directives.Tests.Local;

/// <summary>
/// People at a site that is killed now and then. They remember what they were answered: each receipt, with the words it stands for.
/// What was not answered they try again after the next start.
/// </summary>
internal sealed partial class KilledSite
{
    private const int LettersAtOnce = 16;
    private readonly ConcurrentDictionary<string, string> _receipts = new();
    private readonly ConcurrentQueue<string> _surprises = new();
    private readonly HashSet<string> _read = [];
    private readonly HashSet<string> _known = [];
    private readonly ConcurrentQueue<string> _toFile = new();
    private int _unanswered;
    private int _unfinished;

    /// <summary>Words that were filed, by the number of the receipt that was answered.</summary>
    public IReadOnlyDictionary<string, string> Receipts => _receipts;

    /// <summary>Reports that are to be filed still.</summary>
    public int ToFile => _toFile.Count;

    /// <summary>Reports that were sent and not answered.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Moves of the clock that were not answered.</summary>
    public int Unfinished => _unfinished;

    /// <summary>Answers that no page should give.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    /// <summary>Moves the clock; false if nobody answered.</summary>
    public async Task<bool> MoveAsync(Uri site, string by)
    {
        var moved = await UnlessKilledAsync(async () =>
        {
            using var browser = new TestBrowser(site);
            var page = await browser.GetAsync("/demo");
            Expect(await browser.PostAsync(page, "/demo/clock", ("by", by)), HttpStatusCode.SeeOther, "/demo/clock");
        });
        if (!moved) _unfinished++;
        return moved;
    }

    /// <summary>Looks into the outbox for letters not read before, and keeps the links of those who will report.</summary>
    public Task<bool> ReadOutboxAsync(Uri site) => UnlessKilledAsync(async () =>
    {
        using var browser = new TestBrowser(site);
        var left = LettersAtOnce;
        for (var page = 1; page <= 4; page++)
        {
            var list = Expect(await browser.GetAsync($"/demo/outbox?page={page}"), HttpStatusCode.OK, "/demo/outbox");
            foreach (var address in LetterAddress().Matches(list.Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
            {
                if (left == 0) return;
                if (_read.Contains(address)) continue;
                var letter = Expect(await browser.GetAsync(address), HttpStatusCode.OK, address);
                _read.Add(address);
                left--;
                // A clerk prepares only; the same report comes to the one who files it by a letter of their own.
                if (letter.Text.Contains("Đồng chí soạn và lưu bản nháp", StringComparison.Ordinal)) continue;
                foreach (var key in LinkKey().Matches(letter.Text).Select(m => m.Groups[1].Value)) Remember(key);
            }
        }
    });

    /// <summary>One of several who file what is to be filed, until nothing is left or nobody answers.</summary>
    /// <param name="byForm">Through the pages, as people do; else as JSON.</param>
    public async Task FileAllAsync(Uri site, bool byForm)
    {
        while (_toFile.TryDequeue(out var key))
        {
            if (await UnlessKilledAsync(() => byForm ? FileFormAsync(site, key) : FileJsonAsync(site, key))) continue;
            Interlocked.Increment(ref _unanswered);
            _toFile.Enqueue(key);
            return;
        }
    }

    // The words follow from the key, so that a second try says the same.
    private static string WordsOf(string key) => $"Mưa lũ, đường sạt lở {Directives.Access.Links.Hash(key)[..16]}";

    /// <summary>About half of all officials report; the rest are late, and are chased.</summary>
    private void Remember(string key)
    {
        if (_known.Add(key) && Directives.Access.Links.Hash(key)[0] % 2 == 0) _toFile.Enqueue(key);
    }

    private async Task FileJsonAsync(Uri site, string key)
    {
        using var client = new HttpClient { BaseAddress = site };
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/reports/{key}", UriKind.Relative), new { noVisitBecause = WordsOf(key) });
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        // A link that is over names the receipt of the try before, which the kill kept from us.
        if (answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Gone && json.RootElement.TryGetProperty("receipt", out var receipt))
            _receipts[receipt.GetString()!] = WordsOf(key);
        else if (answer.StatusCode != HttpStatusCode.Gone)
            _surprises.Enqueue($"POST /api/reports answered {(int)answer.StatusCode}: {json.RootElement}");
    }

    private async Task FileFormAsync(Uri site, string key)
    {
        using var browser = new TestBrowser(site);
        var link = await browser.GetAsync($"/l/{key}");
        if (link.Status == HttpStatusCode.Gone) return;
        Expect(await browser.PostAsync(link, $"/l/{key}"), HttpStatusCode.SeeOther, "/l");
        var form = Expect(await browser.GetAsync("/report"), HttpStatusCode.OK, "/report");
        if (form.Inputs("for").Count == 0)
        {
            // The try before was kept, and the kill kept its answer from us: the link shows the receipt.
            _receipts[Mark().Match(form.Html).Groups[1].Value] = WordsOf(key);
            return;
        }

        (string, string)[] fields = [("for", form.Inputs("for")[0]), ("do", "file"), ("noVisitBecause", WordsOf(key))];
        Expect(await browser.PostAsync(form, "/report", fields), HttpStatusCode.SeeOther, "POST /report");
        var receipt = Expect(await browser.GetAsync("/report"), HttpStatusCode.OK, "receipt");
        _receipts[Mark().Match(receipt.Html).Groups[1].Value] = WordsOf(key);
    }

    private TestPage Expect(TestPage page, HttpStatusCode status, string what)
    {
        if (page.Status != status) _surprises.Enqueue($"{what} answered {(int)page.Status}: {page.Text}");
        return page;
    }

    private static async Task<bool> UnlessKilledAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    [GeneratedRegex("href=\"(/demo/outbox/[^\"]+)\"")]
    private static partial Regex LetterAddress();

    [GeneratedRegex(@"/l/([\w\-]+)")]
    private static partial Regex LinkKey();

    [GeneratedRegex("<dd class=\"mark\">([^<]+)</dd>")]
    private static partial Regex Mark();
}
