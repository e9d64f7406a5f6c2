using System.CommandLine;
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
            if (result.GetValueOrDefault<int>() is < 0 or > 65535) result.AddError("--port is a number from 0 to 65535.");
        });
        command.Add(data);
        command.Add(port);
        command.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(data), call.GetValue(port), cancel));
    }

    private static async Task<int> RunAsync(DirectoryInfo data, int port, CancellationToken cancel)
    {
        await using var server = await Server.StartAsync(DataFolder.Open(data), port, cancel);
        Console.WriteLine($"Listening on {server.Address}");
        Console.WriteLine($"  {server.Address}/demo   people to be, the outbox, and a clock to move (sample province)");
        Console.WriteLine($"  data in {data.FullName}; Ctrl+C ends");
        await server.WaitAsync(cancel);
        return 0;
    }
}
