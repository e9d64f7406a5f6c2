using System.Security.Cryptography;
using Directives.Attachments;
using Directives.Tests.Tables;

namespace Directives.Tests.Attachments;

/// <summary>The contract, kept by files in a folder; and what only a folder can get wrong.</summary>
public sealed class FolderFilesTests : FilesContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task A_file_is_found_under_the_hash_of_its_bytes_also_by_the_next_program()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        var kept = await new FolderFiles(Root).PutAsync(new MemoryStream(bytes));
        Assert.Equal(new KeptFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length), kept);
        var files = new FolderFiles(Root);
        Assert.True(await files.ExistsAsync(kept.Hash));
        using var copy = new MemoryStream();
        await using (var content = (await files.OpenAsync(kept.Hash))!) await content.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_and_nothing_is_left_beside_them()
    {
        var files = new FolderFiles(Root);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => files.PutAsync(new MemoryStream(Bytes("same")))));
        Assert.Single(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_put_again_is_wanted_again()
    {
        var files = new FolderFiles(Root);
        var hash = (await files.PutAsync(new MemoryStream(Bytes("a")))).Hash;
        var old = DateTime.UtcNow.AddDays(-2);
        File.SetLastWriteTimeUtc(Directory.GetFiles(Root, hash, SearchOption.AllDirectories)[0], old);
        await files.PutAsync(new MemoryStream(Bytes("a")));
        Assert.False(await files.RemoveAsync(hash, old.AddDays(1)));
    }

    [Fact]
    public async Task What_breaks_off_leaves_nothing()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new FolderFiles(Root).PutAsync(new MemoryStream([1]), stopped.Token));
        Assert.Empty(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    protected override Task<IFiles> OpenAsync() => Task.FromResult<IFiles>(new FolderFiles(Root));

    private string Root => _folder.File("files");
}
