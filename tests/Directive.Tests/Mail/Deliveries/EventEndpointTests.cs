using System.Net;
using System.Text;
using System.Text.Json;
using Directives.Mail.Deliveries;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>The provider's signed events over HTTP: only its own are heard, once, and nothing of them is logged.</summary>
public sealed class EventEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Address = "somebody@place.example";
    private readonly SignedEvents _provider = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 2, 0, 0, TimeSpan.Zero));
    private Playground _play = null!;
    private TestSite _site = null!;
    private TestBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _play = await Playground.BegunAsync(mail: new RememberingTransport { Reports = true });
        await _play.RunToAsync(4, 28, 9);
        _site = await TestSite.StartAsync(sample: false, publicAddress: "http://127.0.0.1", services: s => s
            .AddSingleton(_play.It.Deliveries)
            .AddSingleton(new EventGate(_play.Tables, SmallProvince.Authority, _provider.PublicKey, _clock)));
        _browser = _site.Browser();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose()
    {
        _browser.Dispose();
        _play.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task Signed_events_are_written_on_their_letters_and_no_address_is_kept_or_logged()
    {
        var answer = await SendAsync(_provider.Request(
            $$"""[{"event":"bounce","type":"bounce","status":"5.1.1","reason":"550 {{Address}} unknown","email":"{{Address}}","letter":"m112.000001","timestamp":1682647200,"sg_event_id":"a"},{"event":"delivered","letter":"gone.000001","timestamp":1682647200,"sg_event_id":"b"},{"event":"open","sg_event_id":"c"}]""",
            _clock.GetUtcNow()));
        Assert.Equal((HttpStatusCode.OK, """{"changed":1,"unknown":1,"others":1}"""), (answer.Status, answer.Html));
        var word = Assert.Single(await MailboxBench.LettersAsync(_play.It, "m112")).Delivery;
        Assert.Equal(new DeliveryWord(DeliveryKind.Bounced, DateTimeOffset.FromUnixTimeSeconds(1682647200), DeliveryReasons.AddressUnknown), word);
        Assert.DoesNotContain(_site.Log.Lines, l => l.Contains(Address, StringComparison.Ordinal) || l.Contains("gone", StringComparison.Ordinal));
        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var row in _play.Tables.ScanAsync(table)) Assert.DoesNotContain(Address, Encoding.UTF8.GetString(row.Row.Body.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_body_is_refused_the_second_time_and_forgotten_when_it_is_out_of_time()
    {
        var first = _clock.GetUtcNow();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(_provider.Request("[]", first))).Status);
        await RefusedAsync(_provider.Request("[]", first), HttpStatusCode.Conflict, "đã được nhận trước đó");
        _clock.Advance(TimeSpan.FromMinutes(11));
        await RefusedAsync(_provider.Request("[]", first), HttpStatusCode.Forbidden, "lệch quá mười phút");
        _clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(_provider.Request("[]", _clock.GetUtcNow()))).Status);
        Assert.Single(await _play.Tables.QueryAsync(Table.Installation, Keys.Join(SmallProvince.Authority, "heard"), KeyRange.All));
    }

    [Theory]
    [InlineData(-601, HttpStatusCode.Forbidden)]
    [InlineData(-600, HttpStatusCode.OK)]
    [InlineData(600, HttpStatusCode.OK)]
    [InlineData(601, HttpStatusCode.Forbidden)]
    public async Task A_signature_counts_ten_minutes(int seconds, HttpStatusCode status) =>
        Assert.Equal(status, (await SendAsync(_provider.Request("[]", _clock.GetUtcNow().AddSeconds(seconds)))).Status);

    [Fact]
    public async Task What_is_not_signed_by_the_provider_is_refused_before_it_is_read()
    {
        var now = _clock.GetUtcNow();
        var time = $"{now.ToUnixTimeSeconds()}";
        var body = Encoding.UTF8.GetBytes("""[{"event":"bounce","letter":"m112.000001","timestamp":1682647200}]""");
        var signed = _provider.Request(body, now).Headers.GetValues("X-Twilio-Email-Event-Webhook-Signature").Single();
        await RefusedAsync(SignedEvents.Request(body, time, null), HttpStatusCode.Unauthorized, "Thiếu chữ ký");
        await RefusedAsync(SignedEvents.Request(body, null, signed), HttpStatusCode.Unauthorized, "Thiếu chữ ký");
        await RefusedAsync(SignedEvents.Request([.. body, (byte)' '], time, signed), HttpStatusCode.Forbidden, "Chữ ký không phải");
        await RefusedAsync(SignedEvents.Request(body, $"{now.ToUnixTimeSeconds() + 1}", signed), HttpStatusCode.Forbidden, "Chữ ký không phải");
        await RefusedAsync(SignedEvents.Request(body, "yesterday", signed), HttpStatusCode.Forbidden, "Chữ ký không phải");
        // No base64, no signature, both numbers nought.
        foreach (var forged in (string[])["%%%", "AAAA", "MAYCAQACAQA="])
            await RefusedAsync(SignedEvents.Request(body, time, forged), HttpStatusCode.Forbidden, "Chữ ký không phải");
        using var stranger = new SignedEvents();
        await RefusedAsync(stranger.Request(body, now), HttpStatusCode.Forbidden, "Chữ ký không phải");
        Assert.Null(Assert.Single(await MailboxBench.LettersAsync(_play.It, "m112")).Delivery);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<events/>")]
    [InlineData("")]
    public async Task What_is_no_array_of_events_is_refused(string body) =>
        await RefusedAsync(_provider.Request(body, _clock.GetUtcNow()), HttpStatusCode.BadRequest, "mảng JSON");

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused()
    {
        var large = new byte[EventGate.MostBytes + 1];
        // Asked first, so that the answer is not lost while the body is still on its way.
        var request = SignedEvents.Request(large, "1", "x");
        request.Headers.ExpectContinue = true;
        await RefusedAsync(request, HttpStatusCode.RequestEntityTooLarge, "");
    }

    [Fact]
    public async Task A_signed_body_that_does_not_say_its_length_is_refused_when_it_is_too_large_and_changes_nothing()
    {
        var events = Encoding.UTF8.GetBytes(
            $$"""[{"event":"bounce","letter":"m112.000001","timestamp":1682647200},{"event":"{{new string('x', EventGate.MostBytes)}}"}]""");
        var request = _provider.Request(events, _clock.GetUtcNow());
        var type = request.Content!.Headers.ContentType;
        request.Content = new StreamContent(new MemoryStream(events)) { Headers = { ContentType = type } };
        request.Headers.TransferEncodingChunked = true;
        await RefusedAsync(request, HttpStatusCode.RequestEntityTooLarge, "");
        Assert.Null(Assert.Single(await MailboxBench.LettersAsync(_play.It, "m112")).Delivery);
        Assert.Empty(await _play.Tables.QueryAsync(Table.Installation, Keys.Join(SmallProvince.Authority, "heard"), KeyRange.All));
    }

    [Fact]
    public async Task Without_a_key_there_is_no_such_address_and_a_key_that_is_none_is_said_so()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(_provider.Request("[]", _clock.GetUtcNow()))).Status);
        Assert.Throws<ArgumentException>(() => new EventGate(_play.Tables, "1", "no key", _clock));
    }

    private Task<TestPage> SendAsync(HttpRequestMessage request) => _browser.SendAsync(request, ("Host", "127.0.0.1"));

    private async Task RefusedAsync(HttpRequestMessage request, HttpStatusCode status, string says)
    {
        var answer = await SendAsync(request);
        Assert.Equal(status, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Header("Content-Type"), StringComparison.Ordinal);
        using var problem = JsonDocument.Parse(answer.Html);
        Assert.Contains(says, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
