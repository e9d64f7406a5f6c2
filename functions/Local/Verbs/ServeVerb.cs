using System.CommandLine;
using System.Globalization;
using Directives.Local.Data;

namespace Directives.Local.Verbs;

/// <summary><c>serve</c>, the default: the whole system on this machine.</summary>
internal static class ServeVerb
{
    private const int DefaultPort = 7071;

    public static Command Create()
    {
        var verb = new Command("serve", "Run the whole system on this machine; the first time with the sample province.");
        AddTo(verb);
        return verb;
    }

    /// <summary>Makes a command serve; the root command does when no verb is named.</summary>
    public static void AddTo(Command command)
    {
        var data = CommonOptions.Data();
        var port = new Option<int>("--port") { Description = "Port on localhost; 0 for any that is free.", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            // By its text: what is no number at all has no value that one could ask for.
            if (result.Tokens is [var token] && !ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError($"--port: '{token.Value}' is no number from 0 to 65535.");
        });
        command.Add(data);
        command.Add(port);
        var cloud = new CloudChoice();
        cloud.AddTo(command);
        command.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(data), cloud.Of(call), call.GetValue(port), cancel));
    }

    private static async Task<int> RunAsync(DirectoryInfo data, CloudOptions? cloud, int port, CancellationToken cancel)
    {
        await using var server = await Server.StartAsync(DataFolder.Open(data, cloud), port, cancel);
        Console.WriteLine($"Listening on {server.Address}");
        Console.WriteLine($"  {server.Address}/demo   people to be, the outbox, and a clock to move (sample province)");
        Console.WriteLine($"  {(cloud is null ? "data" : $"tables in {cloud.Tables.Name}, keys")} in {data.FullName}; Ctrl+C ends");
        await server.WaitAsync(cancel);
        return 0;
    }
}
