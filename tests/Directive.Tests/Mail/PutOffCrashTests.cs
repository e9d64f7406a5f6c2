using System.Collections.Concurrent;
using Directives.Chasing;
using Directives.Mail;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Verification;

namespace Directives.Tests.Mail;

/// <summary>The process is killed at any write while letters are put off, refused and tried again.</summary>
public sealed class PutOffCrashTests
{
    private static readonly DateTimeOffset _eight = MonthScript.Local(4, 28, 8);

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task Every_letter_leaves_once_wherever_the_process_dies(CrashPoint point)
    {
        var crashes = 0;
        for (var n = 1; crashes == n - 1; n++)
        {
            var rows = new MemoryTables();
            var clock = new MovableClock(SmallProvince.Begin);
            var mail = new RememberingTransport();
            var busy = new BusyFirst(mail);
            using (var calm = await SmallProvince.BegunAsync(rows, clock, busy)) await new Clockwork(calm.Watch, clock).RunAsync(_eight.AddSeconds(-1));

            var killed = new CrashingTables(rows, commit => commit == n, point);
            using (var dying = SmallProvince.Install(killed, clock, busy))
            {
                try
                {
                    await new Clockwork(dying.Watch, clock).RunAsync(_eight.AddHours(2));
                }
                catch (CrashException)
                {
                    crashes++;
                }
            }

            using var next = SmallProvince.Install(rows, clock, busy);
            await new Clockwork(next.Watch, clock).RunAsync(_eight.AddHours(4));
            Assert.Equal(6, mail.Letters.Count(l => l.Notices.Any(n => n.Notice.Kind != NoticeKind.Vacancy)));
            Assert.Empty(mail.Twice());
            Assert.Equal(LetterState.Refused, Assert.Single(await MailboxBench.LettersAsync(next, "m123")).State);
            Assert.Empty((await new Verifier(next).RunAsync()).Findings);
            Assert.Empty(await DueWalk.ForgottenAsync(rows, next.Due, clock.GetUtcNow()));
            Assert.Equal(["m123"], (await new Directives.Mail.Faults.PostFaults(next).FaultsAsync(default)).Letters.Select(f => f.Reader.Vi.Split(' ')[^1]));
        }

        Assert.True(crashes > 30, $"{crashes} crashes");
    }

    /// <summary>A provider that is busy at the first try of each letter, and never takes those of one reader.</summary>
    private sealed class BusyFirst(RememberingTransport inner) : IMailTransport
    {
        private readonly ConcurrentDictionary<string, bool> _tried = new();

        public Task SendAsync(LetterDraft draft, CancellationToken cancel)
        {
            if (_tried.TryAdd(draft.Id, true)) throw new MailDeferredException(MailScope.Letter, MailCodes.Server, 451);
            if (draft.Reader.Id == "m123") throw new MailRefusedException(MailCodes.Reader, 550);
            return inner.SendAsync(draft, cancel);
        }

        public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => inner.AskAsync(letterId, cancel);
    }
}
