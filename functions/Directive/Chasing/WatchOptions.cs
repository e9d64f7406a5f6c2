using Directives.Dossiers;
using Directives.Mail;

namespace Directives.Chasing;

/// <summary>How the local engine works.</summary>
public sealed record WatchOptions
{
    /// <summary>Dossiers woken at the same time; SQLite commits those together.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>Most entries of a shard that one look takes.</summary>
    public int MostPerShard { get; init; } = 5000;

    /// <summary>
    /// How long an entry may be due before the watch itself wakes its dossier: as long as another alarm clock has for those it keeps. At once, unless it is said.
    /// </summary>
    public Func<DossierId, TimeSpan> Patience { get; init; } = _ => TimeSpan.Zero;

    /// <summary>Whether no other process writes these tables, which the engine's lease sees to on one machine: then what this one wrote last is how things stand.</summary>
    public bool Alone { get; init; }

    /// <summary>Whether it also looks at the chores; another timer may.</summary>
    public bool Chores { get; init; } = true;

    /// <summary>What to do when a dossier cannot be woken; null lets the error out. It is looked at again after a minute.</summary>
    public Action<DossierId, Exception>? OnError { get; init; }

    /// <summary>Told of each letter that could not leave, to log it; the message names nobody.</summary>
    public Action<MailFaultException>? OnMailFault { get; init; }
}
