using Directives.Access;
using Directives.Chasing;
using Directives.Mail.Deliveries;

namespace Directives.Web.Persons;

/// <summary>What the office's pages about people and their letters ask of the engine. <c>by</c> is the person whose session acts; it stands in the trail.</summary>
public interface IPersonPages
{
    /// <summary>Who cannot be reached by letter.</summary>
    ValueTask<UnreachedView> UnreachedAsync(CancellationToken cancel);

    /// <summary>A person; null where there is none.</summary>
    ValueTask<PersonView?> PersonAsync(string official, CancellationToken cancel);

    /// <summary>Notes that a person was told by telephone. Null when done.</summary>
    /// <param name="about">Addresses of the obligations' pages; others than the person's open ones are passed over.</param>
    Task<TelephoneRefusal?> TelephonedAsync(string official, IReadOnlyCollection<string> about, PersonSession by, string spokeTo, string note, CancellationToken cancel);

    /// <summary>Stops a person's letters. Null when done.</summary>
    Task<SilenceRefusal?> SilenceAsync(string official, PersonSession by, string reason, CancellationToken cancel);

    /// <summary>Lets a person's letters go again. Null when done.</summary>
    Task<SilenceRefusal?> ResumeAsync(string official, PersonSession by, string reason, CancellationToken cancel);
}
