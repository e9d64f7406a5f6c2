namespace Directives.Mail;

/// <summary>When a letter that was put off is tried again; pure, and the same however often it is asked.</summary>
public static class Retries
{
    /// <summary>Shortest and longest wait where the provider or one letter is the matter.</summary>
    public static readonly (TimeSpan First, TimeSpan Longest) Ordinary = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>The same where the account is refused: somebody has to mend it first, and mail servers lock out who knocks too often.</summary>
    public static readonly (TimeSpan First, TimeSpan Longest) Account = (TimeSpan.FromMinutes(15), TimeSpan.FromHours(4));

    /// <summary>What one reader's server puts off for so long is refused: the office is to know (RFC 5321, 4.5.4.1).</summary>
    public static readonly TimeSpan GiveUp = TimeSpan.FromDays(5);

    /// <summary>No provider's word puts a letter off for longer.</summary>
    public static readonly TimeSpan LongestWord = TimeSpan.FromDays(1);

    private const double Jitter = 0.25;
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(60);

    /// <summary>The next try (UTC).</summary>
    /// <param name="letterId">Whose jitter it is.</param>
    /// <param name="tries">Tries that failed so far, from 1.</param>
    /// <param name="scope">Whom the fault concerns.</param>
    /// <param name="now">UTC.</param>
    /// <param name="until">Not before this time (UTC), where the provider named one.</param>
    public static DateTimeOffset Next(string letterId, int tries, MailScope scope, DateTimeOffset now, DateTimeOffset? until = null)
    {
        var share = Share(letterId, tries);
        if (until is { } named && named > now) return (named < now + LongestWord ? named : now + LongestWord) + (Spread * share);
        var (first, longest) = scope == MailScope.Account ? Account : Ordinary;
        var wait = first * Math.Pow(2, Math.Clamp(tries - 1, 0, 30));
        if (wait > longest) wait = longest;
        return now + (wait * (1 + (Jitter * ((2 * share) - 1))));
    }

    // FNV-1a with a last mix; string.GetHashCode differs from process to process.
    private static double Share(string letterId, int tries)
    {
        var hash = 2166136261u;
        foreach (var c in letterId) hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (uint)tries) * 16777619u;
        hash = (hash ^ (hash >> 15)) * 0x2c1b3c6du;
        hash ^= hash >> 12;
        return hash / (double)uint.MaxValue;
    }
}
