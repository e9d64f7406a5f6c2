using Directives.Dossiers;

namespace Directives.Access.Accounts;

/// <summary>Second factors: enrolled in the first session of a role that needs one, asked for in each, reset when lost.</summary>
/// <param name="machine">The machine's own clock, by which authenticators go.</param>
public sealed class FactorDesk(AccountStore accounts, SessionBook sessions, FactorKeys keys, TimeProvider machine)
{
    /// <summary>Wrong codes before one has to wait.</summary>
    public const int MostTries = 5;

    /// <summary>Recovery codes given out.</summary>
    public const int RecoveryCodes = 8;

    /// <summary>So long one waits after too many wrong codes.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    private const string Key = "f";

    /// <summary>Whether a person has one.</summary>
    public async ValueTask<bool> HasAsync(string person, CancellationToken cancel = default) => await FindAsync(person, cancel) is not null;

    /// <summary>What a person may put into an authenticator in this session; nothing is kept of it until its first code is shown.</summary>
    public FactorOffer Offer(string person, string session) => keys.Offer(person, keys.SeedOf(person, session));

    /// <summary>Enrols what was offered in this session. Returns the recovery codes; null where the code is wrong, or there is a second factor already.</summary>
    public async Task<IReadOnlyList<string>?> EnrolAsync(string person, string session, string code, CancellationToken cancel = default)
    {
        var (now, seed) = (machine.GetUtcNow(), keys.SeedOf(person, session));
        if (keys.StepOf(person, seed, Digits(code), now) is not { } step) return null;
        IReadOnlyList<string>? recovery = null;
        await accounts.ActAsync(
            person,
            async () =>
            {
                recovery = null;
                if (await HasAsync(person, cancel)) return null;
                recovery = FactorKeys.NewRecovery(RecoveryCodes);
                var factor = new Factor { Seed = seed, Key = keys.Print, Since = now, LastStep = step, Recovery = [.. recovery.Select(r => keys.RecoveryHash(person, r))] };
                return new Act("second-factor-enrolled", new Actor(person)).Insert(Key, factor);
            },
            cancel);
        return recovery;
    }

    /// <summary>Judges a code of the authenticator, or a recovery code.</summary>
    public async Task<FactorVerdict> CheckAsync(string person, string typed, CancellationToken cancel = default)
    {
        FactorVerdict verdict = new FactorVerdict.None();
        await accounts.ActAsync(
            person,
            async () =>
            {
                var now = machine.GetUtcNow();
                if (await FindAsync(person, cancel) is not { } factor) return null;
                if (factor.WaitUntil > now)
                {
                    verdict = new FactorVerdict.Wait(factor.WaitUntil.Value);
                    return null;
                }

                if (Counts(person, factor, typed, now) is { } used)
                {
                    verdict = new FactorVerdict.Good();
                    return new Act(used.Recovery.Count < factor.Recovery.Count ? "recovery-code-used" : "second-factor-checked", new Actor(person)).Put(Key, used);
                }

                var tries = factor.Tries + 1;
                var waits = tries >= MostTries;
                verdict = waits ? new FactorVerdict.Wait(now + Wait) : new FactorVerdict.Wrong(MostTries - tries);
                return new Act("second-factor-failed", new Actor(person))
                    .Put(Key, factor with { Tries = waits ? 0 : tries, WaitUntil = waits ? now + Wait : null });
            },
            cancel);
        return verdict;
    }

    /// <summary>
    /// Takes a lost second factor away and ends the person's sessions; the next sign-in enrols anew. Who may ask for it, and who confirms it,
    /// is the caller's to judge.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> ResetAsync(string person, Actor by, string why, CancellationToken cancel = default)
    {
        var had = false;
        await accounts.ActAsync(
            person,
            async () =>
            {
                had = await HasAsync(person, cancel);
                return had ? new Act("second-factor-reset", by, why).Delete(Key) : null;
            },
            cancel);
        await sessions.EndAllAsync(person, by, "second factor reset", cancel);
        return had;
    }

    private ValueTask<Factor?> FindAsync(string person, CancellationToken cancel) => accounts.RowAsync<Factor>(person, Key, cancel);

    /// <summary>The factor after this code, or null for a wrong one.</summary>
    private Factor? Counts(string person, Factor factor, string typed, DateTimeOffset now)
    {
        if (keys.KeyOf(factor) is not { } key) return null;
        var digits = Digits(typed);
        if (digits.Length == 6 && digits.Length == typed.Count(char.IsAsciiLetterOrDigit))
        {
            return keys.StepOf(person, factor.Seed, digits, now, key) is { } step && step > factor.LastStep
                ? factor with { LastStep = step, Tries = 0, WaitUntil = null }
                : null;
        }

        var hash = keys.RecoveryHash(person, typed, key);
        return factor.Recovery.Contains(hash)
            ? factor with { Recovery = [.. factor.Recovery.Where(r => r != hash)], Tries = 0, WaitUntil = null }
            : null;
    }

    private static string Digits(string typed) => new([.. typed.Where(char.IsAsciiDigit)]);
}
