using Directives.Chasing;
using Directives.Local;
using Directives.Local.Data;
using Directives.Mail.Deliveries;
using Directives.Mail.Transports;
using Directives.Simulation;
using Directives.Tests.Tables;

namespace Directives.Tests.Local;

/// <summary>The built program's <c>mail-events</c>: what the provider said while nobody listened.</summary>
public sealed class MailEventsVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task It_hears_events_once_and_says_how_many_were_about_what()
    {
        string letter, reader;
        await using (var local = await OpenAsync())
        {
            await new Clockwork(local.Installation.Watch, local.Clock.Clock, local.Clock.SaveAsync).RunAsync(SampleClock.Start.AddDays(26));
            var first = (await local.Outbox.ListAsync(default))[0];
            (letter, reader) = (first.Id, first.Reader);
        }

        var file = _folder.File("events.json");
        var at = SampleClock.Start.AddDays(26).ToUnixTimeSeconds();
        await File.WriteAllTextAsync(file, $$"""
            [{"event":"bounce","{{SendGridTransport.LetterArgument}}":"{{letter}}","timestamp":{{at}},"status":"5.1.1"},
             {"event":"delivered","{{SendGridTransport.LetterArgument}}":"nobody.000009","timestamp":{{at}}},
             {"event":"open","{{SendGridTransport.LetterArgument}}":"{{letter}}","timestamp":{{at}}}]
            """);
        var said = await BuiltProgram.RunAsync("mail-events", file, "--data", Data);
        Assert.Equal((0, ""), (said.Code, said.Complained));
        Assert.Contains("2 events: on 1 letters something new was written, 1 are about no letter of this installation. 1 others", said.Said, StringComparison.Ordinal);
        Assert.Contains("\"changed\":0", (await BuiltProgram.RunAsync("mail-events", file, "--data", Data, "--json")).Said, StringComparison.Ordinal);
        await using var after = await OpenAsync();
        Assert.Equal(DeliveryReasons.AddressUnknown, (await after.Installation.Deliveries.ReachOfAsync(reader, default)).Why);
    }

    [Fact]
    public async Task What_is_no_list_of_events_is_refused()
    {
        await (await OpenAsync()).DisposeAsync();
        await File.WriteAllTextAsync(_folder.File("events.json"), "{\"event\":\"delivered\"}");
        var refused = await BuiltProgram.RunAsync("mail-events", _folder.File("events.json"), "--data", Data);
        Assert.Equal((2, ""), (refused.Code, refused.Said));
        Assert.Contains("no JSON array of events", refused.Complained, StringComparison.Ordinal);
        Assert.Equal(2, (await BuiltProgram.RunAsync("mail-events", _folder.File("none.json"), "--data", Data)).Code);
    }

    private Task<LocalInstallation> OpenAsync() =>
        LocalInstallation.OpenAsync(DataFolder.Open(new(Data)), path => new Uri("http://localhost" + path), new WatchOptions(), default);
}
