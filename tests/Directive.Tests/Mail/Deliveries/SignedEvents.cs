using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>A mail provider that signs its events, with a key of its own.</summary>
internal sealed class SignedEvents : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Its public key, as it shows it to its customers.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public HttpRequestMessage Request(string body, DateTimeOffset at) => Request(Encoding.UTF8.GetBytes(body), at);

    public HttpRequestMessage Request(byte[] body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Request(body, time, Convert.ToBase64String(_key.SignData([.. Encoding.UTF8.GetBytes(time), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    public static HttpRequestMessage Request(byte[] body, string? time, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mail/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", signature);
        if (time is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", time);
        return request;
    }

    public void Dispose() => _key.Dispose();
}
