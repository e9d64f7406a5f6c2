using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directives.Tables;
using EllipticCurve;
using SendGrid.Helpers.EventWebhook;

namespace Directives.Mail.Deliveries;

/// <summary>Why a provider's events were not heard; each has a text <c>mail-event.*</c>.</summary>
public enum EventRefusal
{
    /// <summary>It carries no signature, or no time.</summary>
    NotSigned,

    /// <summary>The signature is not the provider's.</summary>
    Forged,

    /// <summary>It was signed too long ago, or in the future.</summary>
    OutOfTime,

    /// <summary>The same was heard before.</summary>
    Replayed,
}

/// <summary>
/// Lets only the mail provider's own events in: signed with its key (ECDSA), at most ten minutes ago, and not heard before. What was heard
/// is remembered in the tables while it would still be in time.
/// </summary>
/// <param name="key">The provider's public key, in base64 as the provider shows it.</param>
/// <param name="clock">The machine's own clock: the provider knows no other.</param>
/// <exception cref="ArgumentException">The key is none.</exception>
public sealed class EventGate(ITables tables, string authority, string key, TimeProvider clock)
{
    /// <summary>Bytes of a body at most; the provider sends less than one MiB.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>So far the provider's time may be off ours.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostForgotten = 90;
    private readonly RequestValidator _validator = new();
    private readonly PublicKey _key = Read(key);

    private string Partition => Keys.Join(authority, "heard");

    /// <summary>Whether a text is a public key.</summary>
    public static bool IsKey(string key)
    {
        try
        {
            return Read(key) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Why the body is not to be heard, or null to hear it.</summary>
    public async ValueTask<EventRefusal?> JudgeAsync(string? signature, string? timestamp, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(timestamp)) return EventRefusal.NotSigned;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return EventRefusal.Forged;

        // Cheap before dear: a signature takes much longer to check than a time.
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (seconds < now - Window.TotalSeconds || seconds > now + Window.TotalSeconds) return EventRefusal.OutOfTime;
        if (!IsSigned(signature, timestamp, body)) return EventRefusal.Forged;
        return await tables.ReadAsync(Table.Installation, Partition, RowOf(timestamp, body), cancel) is null ? null : EventRefusal.Replayed;
    }

    /// <summary>Remembers a body that was heard, and forgets those that are out of time. After the hearing: killed between, it is heard again, which changes nothing.</summary>
    public async ValueTask RememberAsync(string timestamp, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        await tables.CommitAsync(Table.Installation, Partition, [new Put(RowOf(timestamp, body), ReadOnlyMemory<byte>.Empty)], cancel);
        var oldest = clock.GetUtcNow() - Window - Window;
        var over = await tables.QueryAsync(Table.Installation, Partition, new KeyRange("", Stamp(oldest.ToUnixTimeSeconds())), MostForgotten, cancel);
        if (over.Count == 0) return;
        try
        {
            await tables.CommitAsync(Table.Installation, Partition, [.. over.Select(r => new Delete(r.Key))], cancel);
        }
        catch (VersionRaceException)
        {
            // Another engine forgot them.
        }
    }

    /// <summary>The key as the validator takes it.</summary>
    private static PublicKey Read(string key)
    {
        try
        {
            return new RequestValidator().ConvertPublicKeyToECDSA(key);
        }
        catch (Exception e)
        {
            // The library says by all kinds of exceptions that a text is no key.
            throw new ArgumentException("The mail provider's verification key is no ECDSA public key in base64.", nameof(key), e);
        }
    }

    private bool IsSigned(string signature, string timestamp, ReadOnlyMemory<byte> body)
    {
        try
        {
            return _validator.VerifySignature(_key, Encoding.UTF8.GetString(body.Span), signature, timestamp);
        }
        catch (Exception)
        {
            // The library says by all kinds of exceptions that a text is no signature.
            return false;
        }
    }

    // By what was signed, not by the signature: for the same words there is always a second signature that holds.
    private static string RowOf(string timestamp, ReadOnlyMemory<byte> body)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(body.Span, hash);
        return $"{Stamp(long.Parse(timestamp, CultureInfo.InvariantCulture))}|{Base64Url.EncodeToString(hash)}";
    }

    private static string Stamp(long seconds) => seconds.ToString("D12", CultureInfo.InvariantCulture);
}
