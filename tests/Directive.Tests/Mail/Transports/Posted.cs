using Directives.Mail;
using Directives.Mail.Faults;
using Directives.Mail.Transports;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Verification;

namespace Directives.Tests.Mail.Transports;

/// <summary>The small province, whose letters leave by SendGrid; the program can be started anew over the same rows.</summary>
internal sealed class Posted : IAsyncDisposable
{
    private readonly MemoryTables _tables = new();
    private readonly SendGridTransport _transport;

    private Posted(SendGridStandIn server)
    {
        Server = server;
        var options = SampleMail.SendGrid(server.Address);
        _transport = new SendGridTransport(options, SendGridTransport.Http(options.SendGrid), SampleMail.WriteAsync, Clock);
    }

    public SendGridStandIn Server { get; }

    public MovableClock Clock { get; } = new(SmallProvince.Begin);

    public Installation It { get; private set; } = null!;

    public List<string> Logged { get; } = [];

    /// <summary>Up to an hour before the first letters.</summary>
    public static async Task<Posted> BegunAsync()
    {
        var posted = new Posted(await SendGridStandIn.StartAsync());
        using (await SmallProvince.BegunAsync(posted._tables, posted.Clock, posted._transport)) posted.Restart();
        await posted.RunToAsync(4, 28, 7);
        return posted;
    }

    /// <summary>The program ends, and begins anew: nothing is left but the rows.</summary>
    public void Restart()
    {
        It?.Dispose();
        It = SmallProvince.Install(_tables, Clock, _transport, logged: fault => Logged.Add($"{fault}"));
    }

    public Task RunToAsync(int month, int day, int hour, int minute = 0) => RunAsync(MonthScript.Local(month, day, hour).AddMinutes(minute));

    public Task RunAsync(DateTimeOffset until) => new Clockwork(It.Watch, Clock).RunAsync(until);

    /// <summary>Letters that the provider took, as their ids.</summary>
    public IReadOnlyList<string> Taken => [.. Server.Letters.Select(l => (string)l["custom_args"]!["letter"]!)];

    public ValueTask<PostView> FaultsAsync() => new PostFaults(It).FaultsAsync(default);

    public async Task<Letter> LetterAsync(string reader, int number = 1) =>
        (await MailboxBench.LettersAsync(It, reader)).Single(l => l.Number == number);

    public async Task<UnderWay?> UnderWayAsync(string reader) =>
        (await It.Dossiers.HeadAsync<MailboxHead>(MailboxKeys.Dossier(SmallProvince.Authority, reader), default))!.Value.Head.UnderWay;

    /// <summary>What is out of order in the tables.</summary>
    public async Task<IReadOnlyList<string>> DisorderAsync() =>
        [.. (await new Verifier(It).RunAsync()).Findings.Select(f => f.ToString()), .. await DueWalk.ForgottenAsync(_tables, It.Due, Clock.GetUtcNow())];

    public async ValueTask DisposeAsync()
    {
        It.Dispose();
        await Server.DisposeAsync();
    }
}
