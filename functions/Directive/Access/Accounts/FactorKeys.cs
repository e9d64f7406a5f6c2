using System.Security.Cryptography;
using System.Text;
using Directives.Tables;
using OtpNet;

namespace Directives.Access.Accounts;

/// <summary>Derives what a second factor needs from the installation's secret: nothing of it stands in the tables.</summary>
/// <param name="secrets">The newest is offered; a factor goes on by the one that it was enrolled with, as long as that is there.</param>
public sealed class FactorKeys(string authority, KeyRing secrets)
{
    private const int RecoveryLength = 10;
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);
    private readonly KeyRing _codes = secrets.Derived("second-factor");
    private readonly KeyRing _seeds = secrets.Derived("second-factor-seed");
    private readonly KeyRing _recovery = secrets.Derived("second-factor-recovery");

    /// <summary>Names the newest secret in a factor.</summary>
    public string Print { get; } = secrets.Print();

    /// <summary>Place of the secret with which a factor was enrolled; null where it is gone: then the factor is to be enrolled anew.</summary>
    public int? KeyOf(Factor factor) => secrets.Find(factor.Key);

    /// <summary>Seed of what is offered in a session: the same however often it is shown, another in the next session.</summary>
    public string SeedOf(string person, string session) => Convert.ToHexStringLower(Mac(_seeds.Current, person, session).AsSpan(0, 16));

    /// <summary>What an authenticator is given.</summary>
    public FactorOffer Offer(string person, string seed)
    {
        var text = Base32Encoding.ToString(SecretOf(person, seed, 0)).TrimEnd('=');
        var address = $"otpauth://totp/Directive:{Uri.EscapeDataString(person)}?secret={text}&issuer=Directive&algorithm=SHA1&digits=6&period=30";
        return new FactorOffer(string.Join(' ', text.Chunk(4).Select(c => new string(c))), address);
    }

    /// <summary>The step of time whose code this is, at most one off; null for a wrong one.</summary>
    /// <param name="key">Place of the secret.</param>
    public long? StepOf(string person, string seed, string code, DateTimeOffset now, int key = 0) =>
        new Totp(SecretOf(person, seed, key)).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;

    /// <summary>Recovery codes to be shown once.</summary>
    public static IReadOnlyList<string> NewRecovery(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryLength).Insert(RecoveryLength / 2, "-"))];

    /// <summary>Under which a recovery code is stored, however it is typed.</summary>
    /// <param name="key">Place of the secret.</param>
    public string RecoveryHash(string person, string code, int key = 0) =>
        Convert.ToHexStringLower(Mac(_recovery.All[key], person, new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)])));

    private byte[] SecretOf(string person, string seed, int key) => Mac(_codes.All[key], person, seed)[..20];

    private byte[] Mac(byte[] key, string person, string about) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Keys.Join(authority, person, about)));
}
