export default function Home() {
  return <h1>It works</h1>
}
