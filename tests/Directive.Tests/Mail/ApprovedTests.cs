using Directives.Tests.Tables;
using Xunit.Sdk;

namespace Directives.Tests.Mail;

/// <summary>That approval can fail, and what it leaves behind.</summary>
public sealed class ApprovedTests
{
    [Fact]
    public async Task What_differs_is_refused_with_both_paths_until_it_is_approved()
    {
        var folder = new TemporaryFolder();
        try
        {
            var approved = folder.File("a.txt");
            var refused = await Assert.ThrowsAnyAsync<XunitException>(() => Approved.IsAsync(folder.Path, "a.txt", "new", approves: false));
            Assert.Contains(approved, refused.Message, StringComparison.Ordinal);
            Assert.Contains(approved + ".received", refused.Message, StringComparison.Ordinal);
            Assert.Equal("new", await File.ReadAllTextAsync(approved + ".received"));
            await Approved.IsAsync(folder.Path, "a.txt", "new", approves: true);
            Assert.False(File.Exists(approved + ".received"));
            await Approved.IsAsync(folder.Path, "a.txt", "new", approves: false);
            await Assert.ThrowsAnyAsync<XunitException>(() => Approved.IsAsync(folder.Path, "a.txt", "other", approves: false));
        }
        finally
        {
            folder.Delete();
        }
    }
}
