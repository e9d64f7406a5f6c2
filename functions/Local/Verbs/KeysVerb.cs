using System.CommandLine;
using Directives.Access;
using Directives.Local.Data;
using Directives.Moving;

namespace Directives.Local.Verbs;

/// <summary>
/// <c>keys list</c> tells which keys there are, <c>keys rotate</c> makes a new one beside the old ones, <c>keys drop</c> takes the oldest away where that is safe. It
/// prints no key. The program must not run while keys change.
/// </summary>
internal static class KeysVerb
{
    public static Command Create() => new("keys", "The keys of the installation: list them by their prints, make a new one, take the oldest away.")
    {
        With("list", "Print for each kind of key how many there are and the print of each, the newest first.", (folder, _) => List(folder), named: false),
        With("rotate", "Put a new key in front of the others; all that is new is made with it, and what was made with the others counts on.", Rotate),
        With("drop", "Take the oldest key away, where nothing is lost with it.", Drop),
    };

    private static Command With(string name, string what, Func<DataFolder, string, int> run, bool named = true)
    {
        var (data, cloud, key) = (CommonOptions.Data(), new CloudChoice(), new Argument<string>("KEY") { Description = string.Join(", ", KeyPrints.Names) + "." });
        key.AcceptOnlyFromAmong([.. KeyPrints.Names]);
        var verb = new Command(name, what) { data };
        if (named) verb.Add(key);
        cloud.AddTo(verb);
        verb.SetAction(call => run(DataFolder.Existing(call.GetRequiredValue(data), cloud.Of(call)), named ? call.GetRequiredValue(key) : ""));
        return verb;
    }

    private static int List(DataFolder folder)
    {
        foreach (var name in KeyPrints.Names.Where(folder.HasSecret))
        {
            var keys = KeyFile.Read(folder.PathOf(name)).All;
            Console.WriteLine($"{name}: {keys.Count}: {string.Join(' ', keys.Select(KeyPrints.Of))}");
        }

        return 0;
    }

    private static int Rotate(DataFolder folder, string name)
    {
        using var claim = folder.Claim();
        var keys = Keys(folder, name);
        if (keys.All.Count == KeyRing.Most) throw new CannotStartException($"There are {KeyRing.Most} keys in '{folder.PathOf(name)}' already, and no more are read. Nothing was changed.");
        var rotated = keys.Rotated();
        KeyFile.Write(folder.PathOf(name), rotated.Write());
        Console.WriteLine($"{name}: there is a new key ({rotated.Print()}), with {keys.All.Count} older behind it; from the next start on it is used.");
        Console.WriteLine(name switch
        {
            KeyPrints.Trail => "What is in the trail holds under the key of its time. After the next start, run 'audit verify'.",
            KeyPrints.Links => "Links that are out live on until they are over, and second factors go on. If the old key got out, reset second factors and revoke the links that matter.",
            _ => "What was sealed before is read with the older keys, what comes now is sealed with the new one.",
        });
        Console.WriteLine($"Keep a new copy of '{Path.Combine(folder.Root.FullName, "keys")}', apart from the backups. For an app in Azure: stop it, put the text of '{folder.PathOf(name)}' into the secret in the vault, and start it.");
        return 0;
    }

    private static int Drop(DataFolder folder, string name)
    {
        using var claim = folder.Claim();
        var keys = Keys(folder, name);
        if (name == KeyPrints.Trail)
            throw new CannotStartException("No key of the trail is taken away: entries from its time could not be checked any more, and links would no longer know to whom they were sent. Nothing was changed.");
        if (name == KeyPrints.Confidential)
            throw new CannotStartException("No key of confidential matters is taken away: what was sealed with it could never be read again. Nothing was changed.");
        if (keys.All.Count == 1) throw new CannotStartException($"There is only one key in '{folder.PathOf(name)}'. Nothing was changed.");
        var (dropped, left) = (KeyPrints.Of(keys.Oldest), keys.WithoutOldest());
        KeyFile.Write(folder.PathOf(name), left.Write());
        Console.WriteLine($"{name}: the oldest key ({dropped}) is gone, {left.All.Count} left. Second factors enrolled with it count no more: reset them ('access reset-factor'), and they are enrolled anew.");
        Console.WriteLine("Links that are out live on until they are over. Take a new backup and a new copy of the keys; for an app in Azure: stop it, put the same text into the secret in the vault, and start it.");
        return 0;
    }

    // Never made here: a key made anew would open nothing.
    private static KeyRing Keys(DataFolder folder, string name) => folder.HasSecret(name)
        ? KeyFile.Read(folder.PathOf(name))
        : throw new CannotStartException($"The key '{folder.PathOf(name)}' is missing: restore the keys folder from its backup, or start the program once if it has none of this kind yet.");
}
