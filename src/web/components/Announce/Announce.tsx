import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';
import './announce.css';

const STAYS = 6_000;

export const SaidAloud = () => {
  const [words, setWords] = useState('');
  useEffect(() => onAnnounce(setWords), []);
  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => setWords(''), STAYS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <div className="announce no-print" role="status">
      {words && <p>{words}</p>}
    </div>
  );
};
