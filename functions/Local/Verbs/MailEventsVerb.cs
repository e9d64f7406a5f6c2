using System.CommandLine;
using System.Text.Json;
using Directives.Chasing;
using Directives.Local.Data;
using Directives.Mail.Deliveries;
using Directives.Tables;

namespace Directives.Local.Verbs;

/// <summary><c>mail-events</c>: hears what the provider said of letters from a file, where its calls were lost. Not while it is served.</summary>
internal static class MailEventsVerb
{
    private const long MostBytes = 64 * 1024 * 1024;

    public static Command Create()
    {
        var (data, json, cloud) = (CommonOptions.Data(), CommonOptions.Json(), new CloudChoice());
        var file = new Argument<FileInfo>("FILE") { Description = "JSON array of events, as SendGrid's event webhook posts them." };
        var verb = new Command("mail-events", "Hear the mail provider's events from a file: what came while nobody listened. Heard again, they change nothing.") { file, data, json };
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(file), DataFolder.Existing(call.GetRequiredValue(data), cloud.Of(call)), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, DataFolder folder, bool json, CancellationToken cancel)
    {
        var (events, others) = await ReadAsync(file, cancel);
        await using var local = await LocalInstallation.OpenAsync(folder, path => new Uri("http://localhost" + path), new WatchOptions(), cancel);
        var heard = await local.Installation.Deliveries.HearAsync(events, cancel);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { changed = heard.Changed, unknown = heard.Unknown, others }, Stored.Options)
            : $"{events.Count} events: on {heard.Changed} letters something new was written, {heard.Unknown} are about no letter of this installation. {others} others say nothing of arrival.");
        return 0;
    }

    private static async Task<(IReadOnlyList<DeliveryEvent> Events, int Others)> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            if (!file.Exists) throw new CannotStartException($"There is no file '{file.FullName}': look at the path.");
            if (file.Length > MostBytes) throw new CannotStartException($"{file.FullName}: it is larger than {MostBytes >> 20} MiB: hear it in parts.");
            return EventReader.Read(await File.ReadAllBytesAsync(file.FullName, cancel));
        }
        catch (JsonException)
        {
            throw new CannotStartException($"{file.FullName}: this is no JSON array of events. Give what SendGrid's event webhook posts: [{{\"event\":\"delivered\", …}}, …].");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file.FullName}: {e.Message}");
        }
    }
}
