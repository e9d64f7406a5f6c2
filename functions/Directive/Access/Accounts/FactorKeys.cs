using System.Security.Cryptography;
using System.Text;
using Directives.Tables;
using OtpNet;

namespace Directives.Access.Accounts;

/// <summary>Derives what a second factor needs from the installation's secret: nothing of it stands in the tables.</summary>
public sealed class FactorKeys(string authority, byte[] secret)
{
    private const int RecoveryLength = 10;
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);
    private readonly byte[] _codes = Secrets.Derive(secret, "second-factor");
    private readonly byte[] _seeds = Secrets.Derive(secret, "second-factor-seed");
    private readonly byte[] _recovery = Secrets.Derive(secret, "second-factor-recovery");

    /// <summary>Seed of what is offered in a session: the same however often it is shown, another in the next session.</summary>
    public string SeedOf(string person, string session) => Convert.ToHexStringLower(Mac(_seeds, person, session).AsSpan(0, 16));

    /// <summary>What an authenticator is given.</summary>
    public FactorOffer Offer(string person, string seed)
    {
        var text = Base32Encoding.ToString(SecretOf(person, seed)).TrimEnd('=');
        var address = $"otpauth://totp/Directive:{Uri.EscapeDataString(person)}?secret={text}&issuer=Directive&algorithm=SHA1&digits=6&period=30";
        return new FactorOffer(string.Join(' ', text.Chunk(4).Select(c => new string(c))), address);
    }

    /// <summary>The step of time whose code this is, at most one off; null for a wrong one.</summary>
    public long? StepOf(string person, string seed, string code, DateTimeOffset now) =>
        new Totp(SecretOf(person, seed)).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;

    /// <summary>Recovery codes to be shown once.</summary>
    public static IReadOnlyList<string> NewRecovery(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryLength).Insert(RecoveryLength / 2, "-"))];

    /// <summary>Under which a recovery code is stored, however it is typed.</summary>
    public string RecoveryHash(string person, string code) =>
        Convert.ToHexStringLower(Mac(_recovery, person, new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)])));

    private byte[] SecretOf(string person, string seed) => Mac(_codes, person, seed)[..20];

    private byte[] Mac(byte[] key, string person, string about) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Keys.Join(authority, person, about)));
}
