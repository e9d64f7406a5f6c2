using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Directives.Language;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Directives.Mail.Transports;

/// <summary>
/// Sends by SendGrid (R13). Nothing is tracked, since tracking rewrites personal links; what SendGrid keeps beside the letter is the kinds of its
/// notices and the letter's opaque id. Its word on what became of a letter comes later, by its events.
/// </summary>
/// <param name="http">Its timeout bounds a try; it has no retries of its own.</param>
public sealed class SendGridTransport(
    MailOptions options, HttpClient http, Func<LetterDraft, CancellationToken, Task<ComposedLetter>> write, TimeProvider clock) : IMailTransport
{
    /// <summary>Name of the custom argument that holds the letter's id; events bring it back.</summary>
    public const string LetterArgument = "letter";

    private readonly SendGridClient _client = new(http, new SendGridClientOptions { ApiKey = options.SendGrid.Key, Host = options.SendGrid.Address });

    /// <summary>By its events, which are heard only where its key is known.</summary>
    public bool Reports => options.SendGrid.EventKey.Length > 0;

    /// <summary>A connection that could not be made says so, other than one that broke: then the letter never left.</summary>
    public static HttpClient Http(SendGridOptions options) =>
        new(new SocketsHttpHandler { ConnectCallback = Connecting.WithinAsync(TimeSpan.FromSeconds(Math.Min(15, options.TimeoutSeconds))), AllowAutoRedirect = false })
        {
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };

    /// <inheritdoc/>
    public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        if (!MailChecks.IsAddress(draft.Reader.Address)) throw new MailRefusedException(MailCodes.Address);
        var message = Message(draft, await write(draft, cancel));
        Response response;
        try
        {
            response = await _client.SendEmailAsync(message, cancel);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError)
        {
            throw new MailDeferredException(MailScope.Provider, MailCodes.Unreachable);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new MailDeferredException(MailScope.Account, MailCodes.Encryption);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new MailUnknownException();
        }

        // What a 2xx says beside is nobody's business: the letter is taken.
        if (response.IsSuccessStatusCode) return;
        throw await FaultAsync(response, cancel);
    }

    /// <summary>SendGrid cannot be asked for a letter; its word comes by events.</summary>
    public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => Task.FromResult(ProviderWord.Unknown);

    private SendGridMessage Message(LetterDraft draft, ComposedLetter letter)
    {
        var name = draft.Reader.Titles().In(Texts.In(letter.Language));
        var message = new SendGridMessage { Subject = HeaderText.Line(letter.Subject) };
        message.SetFrom(options.From, HeaderText.Line(options.FromName));
        message.SetReplyTo(new EmailAddress(options.ReplyTo));
        message.AddTo(draft.Reader.Address, HeaderText.Line(name));
        message.AddContent(MimeType.Text, letter.Text);
        message.AddContent(MimeType.Html, letter.Html);
        message.AddGlobalHeader("Auto-Submitted", "auto-generated");
        message.AddCategories([.. draft.Notices.Select(n => n.Notice.Kind.ToString().ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)]);
        message.AddGlobalCustomArg(LetterArgument, draft.Id);
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        message.SetGoogleAnalytics(false);
        return message;
    }

    private async Task<MailFaultException> FaultAsync(Response response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        var errors = await ErrorsAsync(response, cancel);
        var said = errors is null ? null : string.Join(" ", errors.Select(e => e.Message));
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new MailDeferredException(MailScope.Provider, MailCodes.Busy, status, said, Until(response.Headers)),
            HttpStatusCode.ServiceUnavailable => new MailDeferredException(MailScope.Provider, MailCodes.Server, status, said, Until(response.Headers)),
            HttpStatusCode.RequestTimeout => new MailDeferredException(MailScope.Provider, MailCodes.Server, status, said),
            // A gateway that gave up waiting does not know what became of the letter.
            HttpStatusCode.GatewayTimeout => new MailUnknownException(status),
            >= HttpStatusCode.InternalServerError => new MailDeferredException(MailScope.Provider, MailCodes.Server, status, said),
            HttpStatusCode.Unauthorized => new MailDeferredException(MailScope.Account, MailCodes.Login, status, said),
            HttpStatusCode.Forbidden => new MailDeferredException(MailScope.Account, IsOfSender(errors) ? MailCodes.Sender : MailCodes.Login, status, said),
            HttpStatusCode.RequestEntityTooLarge => new MailRefusedException(MailCodes.TooLarge, status, said),
            // Not the provider's own word: something stands between. Nothing is lost for it.
            HttpStatusCode.BadRequest when errors is null => new MailDeferredException(MailScope.Letter, MailCodes.Settings, status),
            HttpStatusCode.BadRequest when IsOfSender(errors) => new MailDeferredException(MailScope.Account, MailCodes.Sender, status, said),
            HttpStatusCode.BadRequest => new MailRefusedException(IsOfReader(errors) ? MailCodes.Reader : MailCodes.Content, status, said),
            _ => new MailDeferredException(MailScope.Account, MailCodes.Settings, status, said),
        };
    }

    private static bool IsOfSender(IReadOnlyList<SendGridError>? errors) => errors?.Any(e => Begins(e, "from") || Begins(e, "reply_to")) == true;

    private static bool IsOfReader(IReadOnlyList<SendGridError> errors) => errors.Any(e => Begins(e, "personalizations") && e.Field!.Contains(".to", StringComparison.Ordinal));

    private static bool Begins(SendGridError error, string field) => error.Field?.StartsWith(field, StringComparison.OrdinalIgnoreCase) == true;

    private DateTimeOffset? Until(HttpResponseHeaders headers)
    {
        var now = clock.GetUtcNow();
        if (headers.RetryAfter is { } after) return after.Date ?? (after.Delta is { } delta ? now + delta : null);
        var reset = headers.TryGetValues("X-RateLimit-Reset", out var values) ? values.FirstOrDefault() : null;
        return long.TryParse(reset, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    private static async Task<IReadOnlyList<SendGridError>?> ErrorsAsync(Response response, CancellationToken cancel)
    {
        try
        {
            var body = JsonSerializer.Deserialize<SendGridErrors>(await response.Body.ReadAsStringAsync(cancel), JsonSerializerOptions.Web);
            return body?.Errors is { Count: > 0 } errors ? errors : null;
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    private sealed record SendGridErrors(IReadOnlyList<SendGridError>? Errors);

    private sealed record SendGridError(string? Message, string? Field);
}
